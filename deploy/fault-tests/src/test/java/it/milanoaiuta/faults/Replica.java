package it.milanoaiuta.faults;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One process of the application. When it dies it is started again, as a supervisor would; when it is alive and sick, it is
 * not: that must cure itself.
 */
final class Replica implements AutoCloseable {

    /** Begins the keys of a configuration that are variables of the environment. */
    static final String ENVIRONMENT = "environment.";

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Map<String, String> config;
    private final File log;
    private volatile int port;
    private volatile Process process;
    private volatile boolean ending;
    private volatile boolean down;

    Replica(String name, Path folder, Map<String, String> config) throws IOException {
        this.name = name;
        this.port = unusedPort();
        this.log = folder.resolve(name + ".log").toFile();
        this.config = new ConcurrentHashMap<>(config);
        launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-" + name));
        Thread supervisor = new Thread(this::supervise, "supervisor-" + name);
        supervisor.setDaemon(true);
        supervisor.start();
    }

    private static int unusedPort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private synchronized void launch() throws IOException {
        if (ending || down) {
            return;
        }
        if (!isFree(port)) {
            port = unusedPort(); // somebody was faster; ours is dead
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                // a tenth of a start, and this application starts in these tests only
                "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote", "-Dquarkus.http.port=" + port));
        ProcessBuilder builder = new ProcessBuilder(command);
        config.forEach((key, value) -> {
            if (key.startsWith(ENVIRONMENT)) {
                builder.environment().put(key.substring(ENVIRONMENT.length()), value);
            } else {
                command.add("-D" + key + "=" + value);
            }
        });
        command.addAll(List.of("-jar", Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString()));
        process = builder.redirectErrorStream(true).redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
    }

    private void supervise() {
        try {
            while (!ending) {
                process.waitFor();
                while (down && !ending) {
                    Poll.pause(Duration.ofMillis(100));
                }
                launch();
            }
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String name() {
        return name;
    }

    void kill() {
        process.destroyForcibly();
    }

    /** kill -9, and it stays down until {@link #letUp}, also when it was just about to be started again. */
    synchronized void takeDown() {
        down = true;
        kill();
    }

    void letUp() {
        down = false;
    }

    /** Asks it to end, as a rolling restart does; it comes back with a changed configuration. */
    void restart(Map<String, String> changed) {
        Process old = process;
        config.putAll(changed);
        old.destroy();
        Poll.until(name + " ends when it is asked to", City.PATIENCE, () -> !old.isAlive());
        Poll.until(name + " is back", City.START, this::isHealthy);
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isHealthy() {
        return statusOf("/q/health/ready") == 200 && statusOf("/q/health/live") == 200;
    }

    /** Whether this process publishes the outbox now. */
    boolean isLeading() {
        try {
            return send(HttpRequest.newBuilder(uri("/q/health/live")).GET()).body().replaceAll("\\s", "")
                    .contains("\"leading\":true");
        } catch (IOException e) {
            return false;
        }
    }

    private int statusOf(String path) {
        try {
            return send(HttpRequest.newBuilder(uri(path)).GET()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** @return the status, 0 when no answer came */
    int post(String path, String token) {
        try {
            return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.noBody())).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(15)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        synchronized (this) {
            ending = true;
            process.destroyForcibly();
        }
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
