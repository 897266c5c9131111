package it.milanoaiuta.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

class DemoPeopleTest {

    private record Asked(String path, String key, String authorization, String body) {}

    @TempDir
    Path diary;

    private final List<Asked> asked = new ArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private HttpServer platform;

    @BeforeEach
    void aPlatform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/realm/protocol/openid-connect/token",
                exchange -> answer(exchange, 200, "{\"access_token\":\"of-anna\"}"));
        platform.createContext("/api/v1/", exchange -> {
            asked.add(new Asked(exchange.getRequestURI().toString(), exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            int status = statuses.isEmpty() ? 201 : statuses.pop();
            answer(exchange, status, "{\"id\":\"made-" + asked.size() + "\"}");
        });
        platform.start();
    }

    @AfterEach
    void end() {
        platform.stop(0);
    }

    @Test
    void a_step_is_sent_with_her_token_and_a_key_of_its_own() throws Exception {
        people().does("anna", "need", "/needs", Map.of("urgency", "TODAY"));
        assertThat(asked.get(0)).isEqualTo(
                new Asked("/api/v1/needs", DemoPeople.named("need").toString(), "Bearer of-anna", "{\"urgency\":\"TODAY\"}"));
    }

    @Test
    void she_signs_in_by_looking_at_what_is_her_own() throws Exception {
        people().signsIn("anna");
        assertThat(asked.get(0)).isEqualTo(new Asked("/api/v1/me/sign-ups?limit=1", null, "Bearer of-anna", ""));
    }

    @Test
    void a_step_that_was_answered_is_not_sent_again() throws Exception {
        people().does("anna", "need", "/needs", Map.of("urgency", "TODAY"));
        assertThat(people().does("anna", "need", "/needs", Map.of("urgency", "ORDINARY")).path("id").asText())
                .isEqualTo("made-1");
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_step_whose_answer_was_lost_is_sent_again_word_by_word() throws Exception {
        people().does("anna", "need", "/needs", Map.of("at", "10:00"));
        Files.delete(diary.resolve("need.answer.json"));
        people().does("anna", "need", "/needs", Map.of("at", "10:05"));
        assertThat(asked.get(1)).isEqualTo(asked.get(0));
    }

    @Test
    void a_refusal_is_tried_again_while_the_services_hear_of_each_other() throws Exception {
        statuses.addAll(List.of(404, 503, 409));
        assertThat(people().does("anna", "need", "/needs", Map.of()).path("id").asText()).isEqualTo("made-4");
    }

    @Test
    void a_key_used_for_something_else_is_a_mistake_at_once() {
        statuses.add(422);
        DemoRefused refused = catchThrowableOfType(DemoRefused.class, () -> people().does("anna", "need", "/needs", Map.of()));
        assertThat(refused.getMessage()).startsWith("anna could not do 'need': 422");
    }

    private DemoPeople people() {
        String base = "http://127.0.0.1:" + platform.getAddress().getPort();
        return new DemoPeople(base, base + "/realm", diary);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
