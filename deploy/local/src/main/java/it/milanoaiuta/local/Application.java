package it.milanoaiuta.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of our own programs, as Maven built it, configured by its environment. */
final class Application implements Part {

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String module;
    private final Path program;
    private final int port;
    private final String heap;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();

    /**
     * @param program where its snapshot lies
     * @param heap of the JVM, as after -Xmx
     */
    Application(String module, Path program, int port, String heap) {
        this.module = module;
        this.program = program;
        this.port = port;
        this.heap = heap;
        with("QUARKUS_HTTP_HOST", "127.0.0.1");
        with("QUARKUS_HTTP_PORT", String.valueOf(port));
    }

    Application with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /**
     * As a system property, for keys that the name of an environment variable cannot spell ("producers.food-hub"). The
     * machine's other users can read these; passwords go to the environment.
     */
    Application option(String key, String value) {
        options.add("-D" + key + "=" + value);
        return this;
    }

    @Override
    public String name() {
        return module;
    }

    @Override
    public int port() {
        return port;
    }

    /** Keeps the program as it is now; it starts again from there. */
    Application snapshot() throws IOException {
        Path built = Project.root().resolve(module).resolve("target/quarkus-app");
        if (Files.notExists(built.resolve("quarkus-run.jar"))) {
            throw new PartFailed(module + " is not built; deploy/up builds it.");
        }
        Snapshot.of(built, program);
        return this;
    }

    @Override
    public ProcessBuilder command() {
        List<String> command = new ArrayList<>(List.of(Jvm.java().toString(), "-Xmx" + heap, "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(options);
        command.addAll(List.of("-jar", program.resolve("quarkus-run.jar").toString()));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(environment);
        return process;
    }

    @Override
    public boolean ready() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }
}
