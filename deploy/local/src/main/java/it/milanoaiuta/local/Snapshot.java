package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What runs stays what was started, also when a build replaces it meanwhile. */
final class Snapshot {

    private Snapshot() {}

    /** The same files under another folder, by hard links: at once and without space. Builds write new files, they do not change old ones. */
    static void of(Path folder, Path target) throws IOException {
        Private.delete(target);
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.toList();
        }
        for (Path source : all) {
            Path copy = target.resolve(folder.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(copy);
            } else {
                link(source, copy);
            }
        }
    }

    private static void link(Path source, Path copy) throws IOException {
        try {
            Files.createLink(copy, source);
        } catch (FileSystemException | UnsupportedOperationException otherDisk) {
            Files.copy(source, copy);
        }
    }

    /** Loads this JVM's own classes now: later the compiler may have taken their files away. */
    static void ofOurClasses() throws IOException, ClassNotFoundException {
        Path classes = Path.of(Snapshot.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        if (!Files.isDirectory(classes)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(classes)) {
            files = found.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            String name = classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
            // Keycloak's need what is not here
            if (!name.contains(".accounts.")) {
                Class.forName(name, false, Snapshot.class.getClassLoader());
            }
        }
    }
}
