package it.milanoaiuta.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;

/** Gives services their own tokens, as Keycloak does; the audit needs one to ask a producer. */
final class TokenEndpoint implements AutoCloseable {

    private final HttpServer server;

    TokenEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            byte[] answer = "{\"access_token\": \"%s\", \"expires_in\": 3600}".formatted(Tokens.of("service"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** Makes a replica ask here. */
    Map<String, String> config() {
        return Map.of("quarkus.oidc-client.delivery.auth-server-url", "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.oidc-client.delivery.token-path", "/token",
                "quarkus.oidc-client.delivery.client-id", "visitors",
                "quarkus.oidc-client.delivery.credentials.secret", "none");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
