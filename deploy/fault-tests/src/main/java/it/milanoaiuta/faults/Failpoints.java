package it.milanoaiuta.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Places where a process dies as by kill -9. Inert unless a test laid a file of the failpoint's name into
 * <code>faults.failpoints</code>; whoever reaches the place first takes the file with it, so that its successor lives.
 */
@ApplicationScoped
public class Failpoints {

    public static final String BETWEEN_ACK_AND_MOVE = "between-ack-and-move";
    public static final String BETWEEN_COMMIT_AND_REPLY = "between-commit-and-reply";

    @ConfigProperty(name = "faults.failpoints")
    Optional<Path> folder;

    public void reached(String name) {
        try {
            if (folder.isPresent() && Files.deleteIfExists(folder.get().resolve(name))) {
                Runtime.getRuntime().halt(137);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
