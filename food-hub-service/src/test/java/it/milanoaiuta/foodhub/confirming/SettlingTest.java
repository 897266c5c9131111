package it.milanoaiuta.foodhub.confirming;

import static it.milanoaiuta.foodhub.Scene.line;
import static it.milanoaiuta.foodhub.Scene.receipt;
import static it.milanoaiuta.foodhub.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class SettlingTest {

    @Inject
    Scene scene;

    @Inject
    SettlingAlarm alarm;

    @Inject
    MeterRegistry meters;

    OwnHub hub;
    UUID apples;
    Response arrival;

    @BeforeEach
    void open() {
        hub = scene.hub();
        apples = scene.loose();
        arrival = scene.announce(hub, apples, "10", "KG");
        confirmed("10").then().statusCode(201);
    }

    @AfterEach
    void balance() {
        scene.mustBalance();
        assertThat(scene.figureDifferences()).isEqualTo(0);
    }

    @Test
    void the_same_goods_are_booked_already_and_settled_once_and_for_all() {
        Response kept = confirmed("10");
        kept.then().statusCode(202);
        waiting().body("items", hasSize(1)).body("items[0].kind", equalTo("RECEIPT"))
                .body("items[0].confirmationId", equalTo(kept.path("id"))).body("items[0].aboutId", equalTo(arrival.path("id")))
                .body("items[0].said.lines[0].accepted", equalTo("10")).body("items[0].overdue", equalTo(false))
                .body("items[0].author", equalTo(hub.manager().toString()));
        String id = first();
        Response settled = settle(hub.manager(), id, Map.of("choice", "SAME_GOODS"));
        settled.then().statusCode(200).body("choice", equalTo("SAME_GOODS")).body("settledAt", notNullValue())
                .body("settledBy", equalTo(hub.manager().toString()));
        waiting().body("items", empty());
        assertThat(settle(hub.manager(), id, Map.of("choice", "SAME_GOODS")).asString()).isEqualTo(settled.asString());
        settle(hub.manager(), id, Map.of("choice", "FURTHER_ARRIVAL")).then().statusCode(409);
        hub.as().get("/api/v1/arrivals/" + arrival.path("id")).then().body("receipts.state", contains("BOOKED", "SETTLED"));
        hub.as().post("/api/v1/receipts/" + kept.path("id") + "/undoing").then().statusCode(409);
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("10.000"));
    }

    @Test
    void goods_that_came_besides_get_an_arrival_of_their_own_at_the_time_they_came() {
        confirmed("4").then().statusCode(202);
        Response settled = settle(hub.manager(), first(), Map.of("choice", "FURTHER_ARRIVAL"));
        settled.then().statusCode(200);
        hub.as().get("/api/v1/arrivals/" + settled.path("furtherArrivalId")).then().statusCode(200)
                .body("kind", equalTo("UNANNOUNCED")).body("state", equalTo("CLOSED")).body("supplier", equalTo("Banco"))
                .body("lines[0].accepted", equalTo("4.000"))
                .body("receipts[0].occurredAt", equalTo(settled.path("occurredAt")));
        settle(hub.manager(), settled.path("id"), Map.of("choice", "FURTHER_ARRIVAL")).then().statusCode(200)
                .body("furtherArrivalId", equalTo(settled.path("furtherArrivalId")));
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("14.000"));
    }

    @Test
    void what_is_booked_wrong_is_corrected_by_a_movement() {
        confirmed("12").then().statusCode(202);
        settle(hub.manager(), first(), correction(lot(), "2", "FOUND")).then().statusCode(200);
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("12.000"));
        confirmed("11").then().statusCode(202);
        String second = first();
        settle(hub.manager(), second, correction(lot(), "13", "LOST")).then().statusCode(409);
        waiting().body("items.id", contains(second));
        settle(hub.manager(), second, correction(lot(), "1", "LOST")).then().statusCode(200);
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("11.000"));
    }

    @Test
    void half_a_piece_is_neither_lost_nor_found() {
        UUID tins = scene.item("PIECE", "AMBIENT", "NONE");
        Response came = scene.announce(hub, tins, "3", "PIECE");
        UUID tin = UUID.fromString(scene.confirm(hub, came.path("id"), receipt(true, line(came.path("lines[0].id"), "3")))
                .path("lots[0].lotId"));
        confirmed("12").then().statusCode(202);
        for (String change : List.of("LOST", "FOUND")) {
            settle(hub.manager(), first(), correction(tin, "0.5", change)).then().statusCode(400)
                    .body("type", endsWith("/too-fine")).body("violations.field", contains("lots." + tin));
        }
        settle(hub.manager(), first(), correction(tin, "1", "LOST")).then().statusCode(200);
        assertThat(scene.held(Kind.HUB, hub.id(), tins)).isEqualTo(new BigDecimal("2.000"));
    }

    @Test
    void a_delivery_that_was_handed_over_after_all_is_corrected_to_its_recipient() {
        String delivery = broughtBack();
        String id = first();
        waiting().body("items[0].kind", equalTo("DELIVERY")).body("items[0].aboutId", equalTo(delivery));
        settle(hub.manager(), id, Map.of("choice", "FURTHER_ARRIVAL")).then().statusCode(400)
                .body("violations.field", hasItem("choice"));
        UUID lot = scene.uuid("select lot_id from delivery_line where delivery_id = ?1", UUID.fromString(delivery));
        settle(hub.manager(), id, correction(lot, "8", "HANDED_OVER")).then().statusCode(200);
        assertThat(scene.held(Kind.RECIPIENT, UUID.fromString(delivery), Scene.PASTA)).isEqualTo(new BigDecimal("8.000"));
        hub.as().get("/api/v1/deliveries/" + delivery).then().body("confirmations.state", contains("BOOKED", "SETTLED"));
    }

    @Test
    void goods_are_corrected_of_the_hub_or_of_what_is_settled_and_any_other_lot_is_unknown() {
        OwnHub other = scene.hub();
        UUID foreign = scene.stocked(other, apples, "7");
        confirmed("12").then().statusCode(202);
        String id = first();
        for (UUID lot : List.of(foreign, UUID.randomUUID())) {
            for (String change : List.of("FOUND", "LOST")) {
                settle(hub.manager(), id, correction(lot, "7", change)).then().statusCode(404)
                        .body("violations.field", contains("corrections[0].lotId"));
            }
        }
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(new BigDecimal("10.000"));
        assertThat(scene.held(Kind.HUB, other.id(), apples)).isEqualTo(new BigDecimal("7.000"));
        waiting().body("items.id", contains(id));
    }

    @Test
    void no_more_is_handed_over_after_all_than_the_delivery_took() {
        String delivery = broughtBack();
        String id = first();
        UUID lot = scene.uuid("select lot_id from delivery_line where delivery_id = ?1", UUID.fromString(delivery));
        refused(id, correction(lot, "9", "HANDED_OVER"), "corrections[0].quantity");
        Map<String, Object> twice = Map.of("choice", "CORRECTION", "corrections", List.of(
                Map.of("lotId", lot, "quantity", "5", "change", "HANDED_OVER"),
                Map.of("lotId", lot, "quantity", "4", "change", "HANDED_OVER")));
        refused(id, twice, "corrections[1].quantity");
        for (UUID strange : List.of(lot(), UUID.randomUUID())) {
            for (String change : List.of("HANDED_OVER", "BROUGHT_BACK")) {
                settle(hub.manager(), id, correction(strange, "1", change)).then().statusCode(404)
                        .body("violations.field", contains("corrections[0].lotId"));
            }
        }
        assertThat(scene.held(Kind.RECIPIENT, UUID.fromString(delivery), Scene.PASTA)).isEqualTo(new BigDecimal("0.000"));
        settle(hub.manager(), id, correction(lot, "5", "HANDED_OVER")).then().statusCode(200);
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.PASTA)).as("its parcel is open").isEqualTo(new BigDecimal("15.000"));
    }

    @Test
    void what_a_cancelled_delivery_would_have_taken_may_have_been_handed_over_after_all() {
        UUID ofHousehold = UUID.fromString(planned());
        UUID parcel = scene.uuid("select id from parcel where delivery_id = ?1", ofHousehold);
        UUID packed = scene.uuid("select lot_id from movement where cause = ?1 and reason = 'PACKING'", parcel);
        UUID given = scene.stocked(hub, Scene.PASTA, "20", LocalDate.now(CityTime.ZONE).plusDays(90));
        UUID ofNeed = scene.givenToNeed(hub, UUID.randomUUID(), UUID.randomUUID(), given, Scene.PASTA, "8");
        Map<UUID, UUID> lots = Map.of(ofHousehold, packed, ofNeed, given);
        lots.forEach((delivery, lot) -> {
            hub.as().delete("/api/v1/deliveries/" + delivery).then().statusCode(204);
            hub.as().body(said("DELIVERED")).post("/api/v1/deliveries/" + delivery + "/confirmation").then().statusCode(200)
                    .body("state", equalTo("TO_SETTLE"));
            String id = first();
            refused(id, correction(lot, "9", "HANDED_OVER"), "corrections[0].quantity");
            if (delivery.equals(ofHousehold)) {
                hub.as().delete("/api/v1/parcels/" + parcel).then().statusCode(204);
            }
            settle(hub.manager(), id, correction(lot, "8", "HANDED_OVER")).then().statusCode(200);
            assertThat(scene.held(Kind.RECIPIENT, delivery, Scene.PASTA)).isEqualTo(new BigDecimal("8.000"));
        });
    }

    /** A household's parcel came back, and later its volunteer's telephone says it was handed over. */
    private String broughtBack() {
        String delivery = planned();
        Map<String, Object> failed = said("FAILED");
        failed.putAll(Map.of("reason", "NOBODY_HOME", "back", Map.of()));
        hub.as().body(failed).post("/api/v1/deliveries/" + delivery + "/confirmation").then().statusCode(200);
        hub.as().body(said("DELIVERED")).post("/api/v1/deliveries/" + delivery + "/confirmation").then().statusCode(200)
                .body("state", equalTo("TO_SETTLE"));
        return delivery;
    }

    /** A household's parcel of eight packs. */
    private String planned() {
        scene.catalogue();
        scene.pastaRecipe();
        LocalDate tomorrow = LocalDate.now(CityTime.ZONE).plusDays(1);
        scene.stocked(hub, Scene.PASTA, "20", tomorrow.plusDays(90));
        Object parcel = hub.as().body(Map.of("recipe", "TEST_PASTA", "handOver", tomorrow.toString(), "householdIds",
                List.of(scene.household(hub, 2, 0)))).post("/api/v1/hubs/" + hub.id() + "/parcels").path("packed[0].parcelId");
        return hub.as().body(Map.of("hubId", hub.id(), "kind", "HOUSEHOLD", "parcelIds", List.of(parcel), "plannedFor",
                tomorrow.toString())).post("/api/v1/deliveries").path("id");
    }

    private static Map<String, Object> said(String outcome) {
        return new HashMap<>(Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "outcome", outcome));
    }

    @Test
    void of_managers_who_settle_the_same_one_at_once_one_choice_wins_and_is_booked_once() throws Exception {
        confirmed("4").then().statusCode(202);
        String id = first();
        List<Callable<Response>> managers = new ArrayList<>();
        for (String choice : List.of("FURTHER_ARRIVAL", "SAME_GOODS")) {
            Stream.generate(this::manager).limit(4)
                    .forEach(manager -> managers.add(() -> settle(manager, id, Map.of("choice", choice))));
        }
        List<Response> answers = AtOnce.all(managers.stream());
        List<Response> won = answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(won).hasSize(4);
        assertThat(won.stream().map(Response::asString).distinct().count()).isEqualTo(1);
        assertThat(answers.stream().allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 409)).isTrue();
        BigDecimal expected = new BigDecimal(won.get(0).path("choice").equals("FURTHER_ARRIVAL") ? "14.000" : "10.000");
        assertThat(scene.held(Kind.HUB, hub.id(), apples)).isEqualTo(expected);
    }

    private UUID manager() {
        UUID manager = UUID.randomUUID();
        scene.sql("insert into hub_manager (id, hub_id, subject, from_day, named_by, named_at) values (?1, ?2, ?3,"
                + " '2020-01-01', ?3, now())", UUID.randomUUID(), hub.id(), manager);
        return manager;
    }

    @Test
    void after_a_day_it_is_overdue_and_the_alarm_is_given_once() {
        confirmed("4").then().statusCode(202);
        alarm.run();
        double before = overdue();
        scene.sql("update to_settle set recorded_at = now() - interval '24 hours 1 minute' where hub_id = ?1", hub.id());
        alarm.run();
        assertThat(overdue()).isEqualTo(before + 1);
        waiting().body("items[0].overdue", equalTo(true));
        UUID id = UUID.fromString(first());
        Object given = scene.text("select cast(alarmed_at as text) from to_settle where id = ?1", id);
        alarm.run();
        assertThat(scene.text("select cast(alarmed_at as text) from to_settle where id = ?1", id)).isEqualTo(given);
        assertThat(scene.count("select count(*) from message where cause = ?1 and person = ?2 and kind = ?3", id,
                hub.manager(), "TO_SETTLE_OVERDUE")).isEqualTo(1);
        settle(hub.manager(), id.toString(), Map.of("choice", "SAME_GOODS")).then().statusCode(200);
        alarm.run();
        assertThat(overdue()).isEqualTo(before);
    }

    @Test
    void whoever_manages_the_hub_that_day_is_told_and_nobody_else() {
        confirmed("4").then().statusCode(202);
        UUID second = manager();
        UUID former = manager();
        UUID future = manager();
        UUID removed = manager();
        scene.sql("update hub_manager set until_day = current_date - 2 where subject = ?1", former);
        scene.sql("update hub_manager set from_day = current_date + 2 where subject = ?1", future);
        scene.sql("update hub_manager set removed_by = subject, removed_at = now() where subject = ?1", removed);
        scene.sql("update to_settle set recorded_at = now() - interval '25 hours' where hub_id = ?1", hub.id());
        alarm.run();
        UUID id = UUID.fromString(first());
        assertThat(scene.count("select count(*) from message where cause = ?1", id)).isEqualTo(2);
        assertThat(scene.count("select count(*) from message where cause = ?1 and person in (?2, ?3)", id,
                hub.manager(), second)).isEqualTo(2);
        settle(hub.manager(), id.toString(), Map.of("choice", "SAME_GOODS")).then().statusCode(200);
    }

    private double overdue() {
        return meters.get("foodhub.to.settle.overdue").gauge().value();
    }

    @Test
    void they_come_in_pages_oldest_first() {
        List<String> kept = Stream.generate(() -> confirmed("1").<String>path("id")).limit(5).toList();
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = hub.as().queryParam("limit", 2).queryParam("cursor", next).get(path());
            seen.addAll(page.path("items.confirmationId"));
            next = page.path("next");
        }
        assertThat(seen).isEqualTo(kept);
    }

    @Test
    void each_wrong_field_is_named_and_nothing_is_settled() {
        confirmed("4").then().statusCode(202);
        String id = first();
        refused(id, Map.of("choice", "NEVER_MIND"), "choice");
        refused(id, Map.of("choice", "CORRECTION"), "corrections");
        refused(id, with(new HashMap<>(correction(lot(), "1", "LOST")), "choice", "SAME_GOODS"), "corrections");
        refused(id, correction(lot(), "-1", "LOST"), "corrections[0].quantity");
        refused(id, correction(lot(), "1", "HANDED_OVER"), "corrections[0].change");
        settle(hub.manager(), UUID.randomUUID().toString(), Map.of("choice", "SAME_GOODS")).then().statusCode(404);
        OwnHub other = scene.hub();
        other.as().body(Map.of("choice", "SAME_GOODS")).post("/api/v1/hubs/" + other.id() + "/to-settle/" + id + "/settlement")
                .then().statusCode(404);
        waiting().body("items.id", contains(id));
    }

    private void refused(String id, Map<String, Object> settlement, String field) {
        settle(hub.manager(), id, settlement).then().statusCode(400).body("violations.field", hasItem(field));
    }

    /** As the telephone saw the arrival when it was new. */
    private Response confirmed(String accepted) {
        return scene.confirm(hub, arrival.path("id"),
                with(receipt(accepted.equals("10"), line(arrival.path("lines[0].id"), accepted)), "seenVersion", 1));
    }

    private static Map<String, Object> correction(UUID lot, String quantity, String change) {
        return Map.of("choice", "CORRECTION", "corrections",
                List.of(Map.of("lotId", lot, "quantity", quantity, "change", change)));
    }

    private UUID lot() {
        return UUID.fromString(hub.as().queryParam("itemId", apples).get("/api/v1/hubs/" + hub.id() + "/stock")
                .path("items[0].lotId"));
    }

    private ValidatableResponse waiting() {
        return hub.as().get(path()).then().statusCode(200);
    }

    private String first() {
        return waiting().extract().path("items[0].id");
    }

    private Response settle(UUID manager, String id, Map<String, Object> settlement) {
        return Scene.as(manager).body(settlement).post(path() + "/" + id + "/settlement");
    }

    private String path() {
        return "/api/v1/hubs/" + hub.id() + "/to-settle";
    }
}
