package it.milanoaiuta.journeys;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another replica of the running gateway: the same program with the same configuration, on a port of its own. */
record SecondGateway(Process process, String address) implements AutoCloseable {

    static SecondGateway of(ProcessHandle first) throws IOException {
        List<String> command = new ArrayList<>(List.of(first.info().command().orElseThrow()));
        command.addAll(List.of(first.info().arguments().orElseThrow()));
        ProcessBuilder second = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Path.of("target/second-gateway.log").toFile());
        Map<String, String> environment = second.environment();
        environment.clear();
        for (String variable : Files.readString(Path.of("/proc", String.valueOf(first.pid()), "environ")).split("\0")) {
            String[] pair = variable.split("=", 2);
            environment.put(pair[0], pair[1]);
        }
        int port = freePort();
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        SecondGateway gateway = new SecondGateway(second.start(), "http://localhost:" + port);
        Soon.see("a second gateway", gateway::isReady, ready -> ready);
        return gateway;
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest
                    .newBuilder(URI.create(address.replace("localhost", "127.0.0.1") + "/q/health/ready"))
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
