package it.milanoaiuta.platform.events.operating;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.events.Eventually;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.events.PlaceTaken;
import it.milanoaiuta.platform.events.PlacesHeard;
import it.milanoaiuta.platform.events.audit.ProducerResource;
import it.milanoaiuta.platform.events.inbox.HeardRecord;
import it.milanoaiuta.platform.events.inbox.Inbox;
import it.milanoaiuta.platform.events.inbox.Quarantine;
import it.milanoaiuta.platform.events.stream.ToldEvent;
import it.milanoaiuta.platform.testing.TestTokens;

@QuarkusTest
class OperationsTest {

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    Quarantine quarantine;

    @Inject
    Database database;

    private final UUID place = UUID.randomUUID();

    private RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.of(UUID.randomUUID(), "operator")).contentType("application/json");
    }

    private void tell(String note) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(new PlaceTaken(place, note)));
    }

    /** Another first event of the place, well-formed, at this offset. */
    private HeardRecord first(long offset) {
        HeardRecord arrival = HeardRecord.of(new ToldEvent(1, UUID.randomUUID(), "test.places", place, 1, "PlaceTaken.v1", "",
                Instant.now(), null, "{\"placeId\": \"" + place + "\"}"));
        return new HeardRecord(arrival.topic(), 5, offset, arrival.key(), arrival.headers(), arrival.value());
    }

    private int effects() {
        return database.query("select seq from effect where aggregate_id = ?", Long.class, place).size();
    }

    @Test
    void a_parked_aggregate_is_listed_and_retried() {
        PlacesHeard.poisonIsCured = false;
        tell("poison");
        tell(null);
        Eventually.holds("parked", () -> operator().get("/operations/delivery/parked").jsonPath().getList("aggregateId")
                .contains(place.toString()));
        operator().post("/operations/delivery/parked/test.places/{id}/retry", place).then().statusCode(409);
        assertThat(effects()).isEqualTo(0);
        PlacesHeard.poisonIsCured = true;
        operator().post("/operations/delivery/parked/test.places/{id}/retry", place).then().statusCode(204);
        Eventually.holds("both applied", () -> effects() == 2);
        operator().get("/operations/delivery/parked").then().statusCode(200).body("aggregateId",
                not(hasItem(place.toString())));
        operator().post("/operations/delivery/parked/test.places/{id}/retry", place).then().statusCode(404);
    }

    @Test
    void a_quarantined_record_is_listed_without_its_payload_and_dismissed() {
        inbox.take(List.of(new HeardRecord("test.places", 5, 77, place.toString().getBytes(StandardCharsets.UTF_8), Map.of(),
                "a secret".getBytes(StandardCharsets.UTF_8))));
        String listed = operator().get("/operations/delivery/quarantine").then().statusCode(200)
                .body("key", hasItem(place.toString())).extract().asString();
        assertThat(listed.indexOf("secret")).isEqualTo(-1);
        operator().post("/operations/delivery/quarantine/test.places/5/77/release").then().statusCode(409);
        operator().get("/operations/delivery/quarantine").then().body("key", hasItem(place.toString()));
        operator().delete("/operations/delivery/quarantine/test.places/5/77").then().statusCode(204);
        operator().get("/operations/delivery/quarantine").then().body("key", not(hasItem(place.toString())));
        operator().delete("/operations/delivery/quarantine/test.places/5/77").then().statusCode(404);
    }

    @Test
    void an_aggregate_is_published_again_from_the_log_and_heard_by_who_lost_it() {
        tell(null);
        tell(null);
        Eventually.holds("heard and moved", () -> effects() == 2
                && database.query("select 1 from event_log where aggregate_id = ?", Integer.class, place).size() == 2);
        database.update("delete from effect where aggregate_id = ?", place);
        database.update("delete from inbox where aggregate_id = ?", place);
        database.update("update inbox_stream set last_seq = 0 where aggregate_id = ?", place);
        operator().body(Map.of("topic", "test.places", "aggregateId", place)).post("/operations/delivery/republications")
                .then().statusCode(202);
        Eventually.holds("heard again", () -> effects() == 2);
    }

    /** Refused by mistake, by a rule that was wrong then: handed over once more, it is an event like any other. */
    @Test
    void a_quarantined_event_is_released_and_applied() {
        quarantine.put(first(78), "by mistake");
        operator().post("/operations/delivery/quarantine/test.places/5/78/release").then().statusCode(204);
        assertThat(effects()).isEqualTo(1);
        operator().post("/operations/delivery/quarantine/test.places/5/78/release").then().statusCode(404);
    }

    /** To say that it was done would hide that the two events still contradict each other. */
    @Test
    void a_contradiction_is_not_released() {
        tell(null);
        Eventually.holds("heard", () -> effects() == 1);
        inbox.take(List.of(first(79)));
        operator().post("/operations/delivery/quarantine/test.places/5/79/release").then().statusCode(409);
        operator().get("/operations/delivery/quarantine").then().body("key", hasItem(place.toString()));
        operator().delete("/operations/delivery/quarantine/test.places/5/79").then().statusCode(204);
        operator().post("/operations/delivery/parked/test.places/{id}/retry", place).then().statusCode(204);
        assertThat(effects()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"GET, parked", "POST, parked/test.places/0192f000-0000-7000-8000-000000000001/retry", "GET, quarantine",
            "POST, quarantine/test.places/0/1/release", "DELETE, quarantine/test.places/0/1", "POST, republications",
            "DELETE, producers/test/alarm"})
    void nobody_but_an_operator_may_do_any_of_it(String method, String path) {
        String body = "{\"topic\": \"test.places\"}";
        given().contentType("application/json").body(body).request(method, "/operations/delivery/" + path)
                .then().statusCode(401);
        for (String role : List.of("volunteer", "coordinator", "service")) {
            given().contentType("application/json").body(body).auth().oauth2(TestTokens.of(UUID.randomUUID(), role))
                    .request(method, "/operations/delivery/" + path).then().statusCode(403);
        }
        operator().body(body).request(method, "/internal/delivery/" + path).then().statusCode(404);
    }

    @Test
    void what_is_internal_is_for_services_alone_and_operations_are_for_operators_alone() {
        List<Class<?>> resources = List.of(ProducerResource.class, Operations.class);
        for (Class<?> resource : resources) {
            boolean internal = resource.getAnnotation(Path.class).value().startsWith("/internal");
            assertThat(List.of(resource.getAnnotation(RolesAllowed.class).value())).as(resource.getName())
                    .isEqualTo(List.of(internal ? "service" : "operator"));
            assertThat(
                    Stream.of(resource.getDeclaredMethods()).noneMatch(method -> method.isAnnotationPresent(RolesAllowed.class)
                            || method.isAnnotationPresent(PermitAll.class)))
                    .isTrue();
        }
    }

    @Test
    void metrics_and_health_tell_how_delivery_fares() {
        Eventually.holds("figures are read", () -> given().get("/q/metrics").asString()
                .contains("delivery_outbox_depth 0.0"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("event relay"));
    }
}
