package it.milanoaiuta.foodhub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import it.milanoaiuta.platform.testing.TestTokens;

/**
 * Answers over HTTP what volunteers-service answers of people, and gives tokens as Keycloak does. Everybody is known but
 * {@link #NOBODY}; who asks without a token of this service is not answered; asked for {@link #AWAY} it breaks.
 */
public class VolunteersDouble implements QuarkusTestResourceLifecycleManager {

    public static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-000000000404");
    public static final UUID AWAY = UUID.fromString("00000000-0000-4000-8000-000000000503");

    private static final String TOKEN = "/token";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String token = TestTokens.of(UUID.randomUUID(), "service");
        server.createContext(TOKEN, exchange -> answer(exchange, 200,
                "{\"access_token\": \"%s\", \"expires_in\": 3600}".formatted(token)));
        server.createContext("/internal/people/", exchange -> answer(exchange, statusFor(exchange, token), ""));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of("delivery.producers.volunteers.url", url, "quarkus.oidc-client.delivery.auth-server-url", url,
                "quarkus.oidc-client.delivery.token-path", TOKEN, "quarkus.oidc-client.delivery.client-id", "test",
                "quarkus.oidc-client.delivery.credentials.secret", "test");
    }

    private static int statusFor(HttpExchange exchange, String token) {
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return 401;
        }
        String path = exchange.getRequestURI().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        return id.equals(NOBODY) ? 404 : id.equals(AWAY) ? 503 : 204;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
