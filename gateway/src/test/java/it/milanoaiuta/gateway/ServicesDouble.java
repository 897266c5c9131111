package it.milanoaiuta.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * Stands in for the three services. What it was recorded to say lies in <code>src/test/resources/recorded/{service}/{path}.json</code>;
 * everything else is echoed: method, address, headers, length of the body. Some addresses misbehave on purpose.
 */
public class ServicesDouble implements QuarkusTestResourceLifecycleManager {

    private static final Pattern PRIVATE = Pattern.compile("/api/v1/(me/.*|hubs/mine|hubs/[^/]+/.+|arrivals/.*)");

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger health = new AtomicInteger();
    /** The tokens of those who have left and have no shift any more. */
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    /** The tokens of those whose shifts were asked for. */
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    /** The receipt sent last. */
    private final AtomicReference<Buffer> receipt = new AtomicReference<>();

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        for (String service : new String[]{"volunteers", "donations", "food-hub"}) {
            HttpServer server = vertx.createHttpServer().requestHandler(request -> serve(service, request));
            config.put("gateway.services." + service + ".url", "http://127.0.0.1:" + server.listen(0, "127.0.0.1")
                    .toCompletionStage().toCompletableFuture().join().actualPort());
        }
        config.put("gateway.services.dead.url", "http://127.0.0.1:" + freePort());
        config.put("gateway.services.dead.paths", "dead");
        return config;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(String service, HttpServerRequest request) {
        HttpServerResponse response = request.response().putHeader("Server", "inside").putHeader("X-Powered-By", "inside")
                .putHeader("Set-Cookie", "inside=1").putHeader("Content-Type", "application/json");
        switch (request.path()) {
            case "/api/v1/items/slow" -> vertx.setTimer(30_000, late -> response.end());
            case "/api/v1/items/reset" -> request.connection().close();
            case "/api/v1/items/reset-once" -> {
                if (asked.incrementAndGet() % 2 == 1) {
                    request.connection().close();
                } else {
                    response.end("{\"asked\": " + asked.get() + "}");
                }
            }
            case "/api/v1/items/asked" -> response.end("{\"asked\": " + asked.get() + "}");
            case "/q/health/ready" -> {
                health.incrementAndGet();
                response.end("{}");
            }
            case "/api/v1/items/health-asked" -> response.end("{\"asked\": " + health.get() + "}");
            case "/api/v1/items/broken-off" -> response.setChunked(true).write("{\"half\":")
                    .onComplete(sent -> request.connection().close());
            case "/api/v1/items/tagged" -> response.putHeader("ETag", "\"7\"").end("{\"text\": \"" + "x".repeat(2000) + "\"}");
            case "/api/v1/items/moved" -> response.setStatusCode(201)
                    .putHeader("Location", "http://127.0.0.1:8082/api/v1/items/1?a=b").end();
            case "/api/v1/shifts/0192f000-0000-7000-8000-000000000502/sign-ups/me" -> {
                left.add(request.getHeader("Authorization"));
                response.end("{}");
            }
            case "/api/v1/shifts/0192f000-0000-7000-8000-000000000502/sign-ups/me/restoration" -> {
                left.remove(request.getHeader("Authorization"));
                response.end("{}");
            }
            // the shifts of a suspended organisation are hidden
            case "/api/v1/shifts/0192f000-0000-7000-8000-000000000504",
                    "/api/v1/shifts/0192f000-0000-7000-8000-000000000506" ->
                response.setStatusCode(404).end("{\"type\": \"/problems/not-found\", \"status\": 404}");
            case "/api/v1/shifts/0192f000-0000-7000-8000-000000000506/sign-ups" -> response.setStatusCode(409).end("""
                    {"type": "/problems/shift-frozen", "title": "Non adesso", "status": 409,
                     "detail": "La sua organizzazione è sospesa: per ora niente di nuovo in questo turno."}""");
            case "/api/v1/items/met" -> response.end("{\"met\": " + met.size() + "}");
            case "/api/v1/me/sign-ups" -> {
                met.add(String.valueOf(request.getHeader("Authorization")));
                if (left.contains(String.valueOf(request.getHeader("Authorization")))) {
                    response.end("{\"items\": []}");
                } else {
                    recordedOrEcho(service, request, response);
                }
            }
            case "/api/v1/hubs/0192f000-0000-7000-8000-000000000101/arrivals" -> {
                if (request.query().contains("day=1999-12-31")) {
                    vertx.setTimer(30_000, late -> response.end());
                } else {
                    recordedOrEcho(service, request, response);
                }
            }
            case "/api/v1/hubs/0192f000-0000-7000-8000-000000000101/arrivals/by-code" -> request.bodyHandler(body -> {
                if (body.toJsonObject().getString("code").equals("ma 7k3f 9qx2")) {
                    response.end(recorded("/recorded/food-hub/arrivals/0192f000-0000-7000-8000-000000000807.json", service,
                            request, body));
                } else {
                    response.setStatusCode(404).end("""
                            {"type": "/problems/donation-not-known", "title": "Nessun hub conosce questa donazione", "status": 404,
                             "violations": [{"field": "code", "message": "Nessun hub la conosce."}]}""");
                }
            });
            case "/api/v1/arrivals/0192f000-0000-7000-8000-000000000805" -> request.connection().close();
            case "/api/v1/arrivals/0192f000-0000-7000-8000-000000000806" -> vertx.setTimer(30_000, late -> response.end());
            case "/api/v1/arrivals/0192f000-0000-7000-8000-000000000804/receipts" -> response.setStatusCode(400).end("""
                    {"type": "/problems/receipt-invalid", "title": "I conti non tornano", "status": 400, "violations": [
                      {"field": "seenVersion", "message": "Non ha questa versione."},
                      {"field": "lines[0]", "message": "Non quadra."},
                      {"field": "lines[1].lots[0].date", "message": "Scaduto."},
                      {"field": "lines[1].lots[0].confirmed", "message": "Guarda di nuovo."}]}""");
            case "/api/v1/receipts/last" -> response.end(receipt.get());
            default -> recordedOrEcho(service, request, response);
        }
    }

    private void recordedOrEcho(String service, HttpServerRequest request, HttpServerResponse response) {
        String name = "/recorded/" + service + request.path().substring("/api/v1".length())
                + (request.method().name().equals("GET") ? "" : "." + request.method().name()) + ".json";
        request.bodyHandler(body -> {
            if (request.path().endsWith("/receipts")) {
                receipt.set(body);
            }
            int refused = ServicesDouble.class.getResource(name) == null ? 0 : refusal(request);
            if (refused != 0) {
                response.setStatusCode(refused)
                        .end("{\"type\": \"/problems/status-" + refused + "\", \"status\": " + refused + "}");
            } else {
                response.end(recorded(name, service, request, body));
            }
        });
    }

    /** As the services refuse what nobody signed in may see or do, and what could not be repeated; 0 for nothing. */
    private static int refusal(HttpServerRequest request) {
        boolean change = !request.method().name().equals("GET");
        if ((change || PRIVATE.matcher(request.path()).matches()) && !request.headers().contains("Authorization")) {
            return 401;
        }
        return change && !request.headers().contains("Idempotency-Key") ? 400 : 0;
    }

    private static Buffer recorded(String name, String service, HttpServerRequest request, Buffer body) {
        try (InputStream file = ServicesDouble.class.getResourceAsStream(name)) {
            if (file != null) {
                return Buffer.buffer(file.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        JsonObject headers = new JsonObject();
        request.headers().forEach((header, value) -> headers.put(header.toLowerCase(), value));
        return new JsonObject().put("service", service).put("method", request.method().name()).put("uri", request.uri())
                .put("headers", headers).put("length", body.length()).toBuffer();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
