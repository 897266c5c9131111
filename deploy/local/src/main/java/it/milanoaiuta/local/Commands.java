package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Short commands that are run to their end. */
final class Commands {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private Commands() {}

    /**
     * @return what it printed
     * @throws IOException when it cannot be started or fails; the message holds what it printed
     */
    static String run(List<String> command) throws IOException, InterruptedException {
        return await(new ProcessBuilder(command).redirectErrorStream(true).start(), command.get(0));
    }

    /**
     * As {@link #run(List)}, for one that must not outlive us unnoticed.
     *
     * @param processFile there while it runs
     */
    static String run(ProcessBuilder command, Path processFile) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        try {
            Private.write(processFile, ProcessId.of(process.toHandle()).toString());
            return await(process, command.command().get(0));
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(processFile);
        }
    }

    private static String await(Process process, String program) throws IOException, InterruptedException {
        RUNNING.add(process);
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IOException(program + " ended with " + exit + ": " + output.strip());
            }
            return output;
        } finally {
            RUNNING.remove(process);
        }
    }

    /** Ends those that run now: when the whole stack ends, nobody waits for their result. */
    static void endAll() {
        RUNNING.forEach(Process::destroyForcibly);
    }
}
