package it.milanoaiuta.local;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One part kept alive: started, waited for, started again when it dies, ended when we end.
 * <p>
 * The file <code>run/NAME.pid</code> tells the next supervisor what a crashed one left behind.
 */
final class Supervised {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final long LOG_TURNS_AT = 20_000_000;

    private final Part part;
    private final Home home;
    private final Journal journal;
    private final Duration patience;
    private volatile Process process;
    private volatile boolean ready;
    private volatile boolean ending;

    /** @param patience how long a start may take before it counts as failed */
    Supervised(Part part, Home home, Journal journal, Duration patience) {
        this.part = part;
        this.home = home;
        this.journal = journal;
        this.patience = patience;
    }

    boolean isReady() {
        return ready;
    }

    Part part() {
        return part;
    }

    /**
     * Starts it, returns when it does its work, and watches it from then on.
     *
     * @throws PartFailed when it ends instead, or does not become ready in time
     */
    void start() {
        long began = System.nanoTime();
        launch();
        awaitReady();
        journal.ready(part, Duration.ofNanos(System.nanoTime() - began));
        Thread watch = new Thread(this::watch, "watch-" + part.name());
        watch.setDaemon(true);
        watch.start();
    }

    private void launch() {
        if (ending) {
            throw new PartFailed(part.name() + ": the stack is ending.");
        }
        try {
            part.prepare();
            Path log = log();
            turn(log);
            Process started = part.command().redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            process = started;
            Private.write(home.processFile(part.name()), ProcessId.of(started.toHandle()).toString());
            if (ending) {
                Ending.of(started.toHandle(), part::askToEnd);
            }
        } catch (IOException e) {
            throw new PartFailed(part.name() + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed(part.name() + ": interrupted.", e);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + patience.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new PartFailed(part.name() + " ended with " + process.exitValue() + ". " + lastWords());
            }
            try {
                if (part.ready()) {
                    refuseForeignListener();
                    part.provision();
                    ready = true;
                    return;
                }
            } catch (PartFailed e) {
                throw e;
            } catch (Exception notYet) {
                last = notYet;
            }
            pause(Duration.ofMillis(150));
        }
        throw new PartFailed(part.name() + " was not ready in " + patience.toSeconds() + " s"
                + (last == null ? "" : " (" + last.getMessage() + ")") + ". " + lastWords());
    }

    /** An answer on our port proves nothing as long as somebody else may be giving it. */
    private void refuseForeignListener() {
        Optional<ProcessHandle> listener = Ports.listener(part.port());
        if (listener.isPresent() && !isOurs(listener.get())) {
            throw new PartFailed("Port " + part.port() + " of " + part.name() + " is answered by "
                    + Ports.describeListener(part.port()) + ", not by ours.");
        }
    }

    private boolean isOurs(ProcessHandle listener) {
        return listener.pid() == process.pid() || process.descendants().anyMatch(listener::equals);
    }

    private void watch() {
        Duration pause = Duration.ofMillis(500);
        while (!ending) {
            long began = System.nanoTime();
            int exit;
            try {
                exit = process.waitFor();
            } catch (InterruptedException e) {
                return;
            }
            if (ending) {
                return;
            }
            if (System.nanoTime() - began > STEADY.toNanos()) {
                pause = Duration.ofMillis(500);
            }
            journal.died(part, exit, pause);
            pause(pause);
            while (!ending && Files.exists(home.holdFile(part.name()))) {
                pause(Duration.ofMillis(100));
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            restart();
        }
    }

    private void restart() {
        long began = System.nanoTime();
        try {
            launch();
            awaitReady();
            journal.back(part, Duration.ofNanos(System.nanoTime() - began));
        } catch (RuntimeException e) {
            // whatever it is, the watch goes on: the next try may find the disk free again
            if (!ending) {
                journal.failed(part, e);
                process.destroyForcibly();
            }
        }
    }

    /** Ends it for good: asks, waits, kills. Nothing else is touched. */
    void end() {
        ending = true;
        if (process == null) {
            return;
        }
        Ending.of(process.toHandle(), part::askToEnd);
        try {
            Files.deleteIfExists(home.processFile(part.name()));
        } catch (IOException kept) {
            // the next supervisor finds the file, and that the process is gone
        }
    }

    private Path log() {
        return home.log(part.name());
    }

    /** The log does not grow for ever: at a start a long one becomes the previous one. */
    private static void turn(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_TURNS_AT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), REPLACE_EXISTING);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8).lines().toList();
            return "The end of " + log() + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "It left no log.";
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted.", e);
        }
    }
}
