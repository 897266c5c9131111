package it.milanoaiuta.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** What of ours runs inside Keycloak, as the jar that goes into its folder <code>providers</code>: the same bytes for the same classes. */
final class OwnProviders {

    static final String NAME = "milano-aiuta-accounts.jar";

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private OwnProviders() {}

    static byte[] jar() throws IOException {
        Path classes = Project.root().resolve("deploy/local/target/classes");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Path file : files(classes)) {
                JarEntry entry = new JarEntry(classes.relativize(file).toString());
                entry.setTimeLocal(ALWAYS);
                jar.putNextEntry(entry);
                Files.copy(file, jar);
            }
        }
        return bytes.toByteArray();
    }

    private static List<Path> files(Path classes) throws IOException {
        try (Stream<Path> accounts = Files.walk(classes.resolve("it/milanoaiuta/accounts"));
                Stream<Path> services = Files.list(classes.resolve("META-INF/services"))) {
            return Stream.concat(accounts.filter(Files::isRegularFile),
                    services.filter(file -> file.getFileName().toString().startsWith("org.keycloak."))).sorted().toList();
        }
    }
}
