package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one stack: the data of its parts, their logs, their process files and their secrets. Readable by its owner only. */
final class Home {

    private final Path folder;

    Home(Path folder) throws IOException {
        this.folder = Private.folder(folder);
        Private.folder(folder.resolve("logs"));
        Private.folder(folder.resolve("run"));
    }

    Path folder() {
        return folder;
    }

    Path data(String part) {
        return folder.resolve(part);
    }

    Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    Path processFile(String part) {
        return folder.resolve("run").resolve(part + ".pid");
    }

    /** Processes of this stack that a supervisor started which is no more. Id and start match: they are provably ours. */
    List<ProcessHandle> leftovers() throws IOException {
        List<ProcessHandle> alive = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".pid")).toList()) {
                ProcessId.parse(Files.readString(file)).alive().ifPresent(alive::add);
            }
        }
        return alive;
    }

    Secrets secrets() throws IOException {
        return new Secrets(folder.resolve("secrets.properties"));
    }
}
