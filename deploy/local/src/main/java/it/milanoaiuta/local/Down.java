package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** <code>deploy/down</code>: ends what <code>deploy/up</code> started in this project, with the supervisor or without it. */
final class Down {

    private static final int PATIENCE_SECONDS = 90;

    private Down() {}

    public static void main(String[] words) throws Exception {
        try {
            end(folders(words));
        } catch (BadArguments | PartFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void end(List<Path> folders) throws Exception {
        boolean found = false;
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                found |= end(new Home(folder));
            }
        }
        if (!found) {
            System.out.println("Nothing of this project was running.");
        }
    }

    private static List<Path> folders(String[] words) {
        Arguments arguments = Arguments.parse(words);
        if (arguments.home().isPresent() || arguments.demo()) {
            return List.of(Up.folder(arguments));
        }
        Path data = Project.root().resolve("data");
        return List.of(data.resolve("live"), data.resolve("demo"));
    }

    private static boolean end(Home home) throws Exception {
        Optional<ProcessHandle> supervisor = home.supervisor();
        if (supervisor.isPresent()) {
            supervisor.get().destroy();
            awaitEnd(supervisor.get(), home);
            System.out.println("Ended the stack in " + home.folder() + ".");
            return true;
        }
        List<String> leftovers = home.endLeftovers();
        if (!leftovers.isEmpty()) {
            System.out.println(
                    "Ended what a killed supervisor had left in " + home.folder() + ": " + String.join(", ", leftovers) + ".");
        }
        return !leftovers.isEmpty();
    }

    private static void awaitEnd(ProcessHandle supervisor, Home home) throws Exception {
        try {
            supervisor.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "The supervisor (process " + supervisor.pid() + ") did not end in " + PATIENCE_SECONDS + " s.");
        }
        home.endLeftovers();
    }
}
