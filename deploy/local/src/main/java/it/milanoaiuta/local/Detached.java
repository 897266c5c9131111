package it.milanoaiuta.local;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the supervisor as a process that stays, shows what it says, and returns when all is healthy. */
final class Detached {

    private Detached() {}

    static void start(Arguments arguments, Home home) throws IOException, InterruptedException {
        if (home.supervisor().isPresent()) {
            throw Up.runsAlready(home);
        }
        Path log = home.folder().resolve("up.log");
        Files.deleteIfExists(log);
        Process supervisor = Jvm.supervisor(arguments.attached().words()).redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        Thread endToo = new Thread(supervisor::destroy);
        Runtime.getRuntime().addShutdownHook(endToo);
        String id = ProcessId.of(supervisor.toHandle()).toString();
        try (RandomAccessFile said = new RandomAccessFile(log.toFile(), "r")) {
            while (supervisor.isAlive()) {
                boolean healthy = home.addresses().filter(addresses -> addresses.supervisor().equals(id)).isPresent();
                show(said);
                if (healthy) {
                    Runtime.getRuntime().removeShutdownHook(endToo);
                    return;
                }
                Thread.sleep(200);
            }
            show(said);
        }
        System.exit(1);
    }

    private static void show(RandomAccessFile said) throws IOException {
        byte[] more = new byte[(int) (said.length() - said.getFilePointer())];
        said.readFully(more);
        System.out.write(more);
        System.out.flush();
    }
}
