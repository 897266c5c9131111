package it.milanoaiuta.platform.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.data.Database;

/** From a request through outbox, Kafka and inbox to the effect. */
@QuarkusTest
class RoundTripTest {

    @Inject
    Database database;

    private UUID places(int capacity) {
        UUID place = UUID.randomUUID();
        database.update("insert into place (id, capacity) values (?, ?)", place, capacity);
        return place;
    }

    private void take(UUID place, String how, String traceId) {
        given().contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .body("{\"name\": \"Omar\"}").post("/places/{id}/{how}", place, how)
                .then().statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    private List<Long> effects(UUID place) {
        return database.query("select seq from effect where aggregate_id = ? order by at, seq", Long.class, place);
    }

    @Test
    void every_request_is_heard_elsewhere_once_and_in_order() {
        List<UUID> places = IntStream.range(0, 5).mapToObj(i -> places(100)).toList();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Void>> requests = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                UUID place = places.get(i % places.size());
                String how = i % 2 == 0 ? "record" : "in-statement";
                requests.add(CompletableFuture.runAsync(() -> take(place, how, "4bf92f3577b34da6a3ce929d0e0e4736"), clients));
            }
            requests.forEach(CompletableFuture::join);
        } finally {
            clients.shutdownNow();
        }
        List<Long> expected = LongStream.rangeClosed(1, 40).boxed().toList();
        for (UUID place : places) {
            Eventually.holds("all 40 heard", () -> effects(place).size() >= 40);
            assertThat(effects(place)).isEqualTo(expected);
        }
        Eventually.holds("the outbox is moved", () -> database.first("select count(*) from outbox", Long.class)
                .orElseThrow() == 0);
        assertThat(database.first("""
                select count(*) from event_log where aggregate_id = any(?) and kafka_offset >= 0""", Long.class,
                (Object) places.toArray(UUID[]::new)).orElseThrow()).isEqualTo(200);
    }

    @Test
    void an_event_continues_the_trace_of_its_request() {
        UUID place = places(1);
        String trace = UUID.randomUUID().toString().replace("-", "");
        take(place, "record", trace);
        Eventually.holds("heard", () -> !effects(place).isEmpty());
        String heardIn = database.first("select trace from effect where aggregate_id = ?", String.class, place)
                .orElseThrow();
        assertThat(heardIn).startsWith("00-" + trace);
    }
}
