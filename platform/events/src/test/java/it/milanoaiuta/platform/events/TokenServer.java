package it.milanoaiuta.platform.events;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import it.milanoaiuta.platform.testing.TestTokens;

/** Gives this service tokens of role <code>service</code>, as Keycloak does. */
public class TokenServer implements QuarkusTestResourceLifecycleManager {

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/token", exchange -> {
            byte[] answer = "{\"access_token\": \"%s\", \"expires_in\": 3600}"
                    .formatted(TestTokens.of(UUID.randomUUID(), "service")).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return Map.of("quarkus.oidc-client.delivery.auth-server-url", "http://localhost:" + server.getAddress().getPort(),
                "quarkus.oidc-client.delivery.discovery-enabled", "false",
                "quarkus.oidc-client.delivery.token-path", "/token",
                "quarkus.oidc-client.delivery.client-id", "test",
                "quarkus.oidc-client.delivery.credentials.secret", "test");
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
