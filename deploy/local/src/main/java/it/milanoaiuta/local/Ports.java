package it.milanoaiuta.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ports of 127.0.0.1: which are free, and who has those that are not. */
final class Ports {

    // Below the range from which Linux and macOS take the ports of outgoing connections: a part that died must find its port free.
    private static final int FIRST = 20_000;
    private static final int AFTER_LAST = 32_000;

    private static final String LISTEN = "0A";
    private static final Pattern LISTENER = Pattern
            .compile(
                    "\\s*\\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) \\S+ \\S+ \\S+\\s+\\d+\\s+\\d+ (\\d+).*");

    private Ports() {}

    /** A port that nobody has now and that no outgoing connection will take. */
    static int unused() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between " + FIRST + " and " + AFTER_LAST + ".");
    }

    /** That many different ones. */
    static int[] unused(int count) {
        return IntStream.generate(Ports::unused).distinct().limit(count).toArray();
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The process that listens to the port; empty when nobody does, or when the system does not let us know. */
    static Optional<ProcessHandle> listener(int port) {
        Set<String> sockets = Stream.of("tcp", "tcp6").flatMap(table -> listeningSockets(table, port))
                .collect(Collectors.toSet());
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses().filter(process -> hasOneOf(process, sockets)).findFirst();
    }

    /** "12345 (java -jar other.jar)", or as much of it as the system tells. */
    static String describeListener(int port) {
        return listener(port).map(process -> "process " + process.pid() + describe(process))
                .orElse("a process we may not look into");
    }

    private static String describe(ProcessHandle process) {
        return process.info().commandLine().map(line -> " (" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + ")")
                .orElse("");
    }

    private static Stream<String> listeningSockets(String table, int port) {
        try {
            return Files.readAllLines(Path.of("/proc/net", table)).stream().map(LISTENER::matcher).filter(Matcher::matches)
                    .filter(line -> line.group(2).equals(LISTEN) && Integer.parseInt(line.group(1), 16) == port)
                    .map(line -> "socket:[" + line.group(3) + "]");
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }

    private static boolean hasOneOf(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return open.anyMatch(descriptor -> {
                try {
                    return sockets.contains(Files.readSymbolicLink(descriptor).toString());
                } catch (IOException closedMeanwhile) {
                    return false;
                }
            });
        } catch (IOException | RuntimeException endedOrForeign) {
            return false;
        }
    }
}
