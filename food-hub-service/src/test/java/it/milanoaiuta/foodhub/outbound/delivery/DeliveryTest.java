package it.milanoaiuta.foodhub.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.foodhub.stock.ColdChain;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class DeliveryTest {

    @Inject
    Scene scene;

    @Inject
    Session session;

    @Inject
    ColdChain coldChain;

    @Inject
    Items items;

    OwnHub hub;
    UUID volunteer;
    UUID household;
    LocalDate tomorrow = LocalDate.now(CityTime.ZONE).plusDays(1);

    @BeforeEach
    void aHubWithPastaAndAVolunteer() {
        scene.catalogue();
        scene.pastaRecipe();
        hub = scene.hub();
        volunteer = scene.volunteer(hub);
        household = scene.household(hub, 2, 0);
        scene.stocked(hub, Scene.PASTA, "100", tomorrow.plusDays(90));
    }

    @AfterEach
    void theLedgerAndTheFiguresAreWhole() {
        assertThat(scene.ledgerDifferences()).isEqualTo(0);
        assertThat(scene.figureDifferences()).isEqualTo(0);
    }

    @Test
    void a_loaded_parcel_is_handed_over_by_its_volunteer() {
        String parcel = packed();
        String delivery = planned(parcel);
        manager("deliveries/" + delivery + "/loading", Map.of()).statusCode(200).body("state", equalTo("LOADED"))
                .body("lines[0].quantity", equalTo("8.000"));
        confirm(volunteer, delivery, said("DELIVERED")).statusCode(200).body("state", equalTo("BOOKED"))
                .body("deliveryState", equalTo("DELIVERED")).body("timeReplaced", equalTo(false));

        assertThat(scene.held(Kind.HUB, hub.id(), Scene.PASTA)).isEqualTo(new BigDecimal("92.000"));
        assertThat(scene.held(Kind.RECIPIENT, UUID.fromString(delivery), Scene.PASTA)).isEqualTo(new BigDecimal("8.000"));
        assertThat(told(delivery)).isEqualTo(List.of("DeliveryPlanned.v1", "DeliveryDispatched.v1", "DeliveryConfirmed.v1"));
        scene.as(volunteer).get("/api/v1/deliveries/" + delivery).then().statusCode(200).body("state", equalTo("DELIVERED"))
                .body("lines[0].delivered", equalTo("8.000")).body("confirmations", hasSize(1));
        scene.as(hub.manager()).get("/api/v1/parcels/" + parcel).then().body("state", equalTo("HANDED_OVER"));
    }

    @Test
    void confirmed_straight_from_planned_it_is_loaded_and_confirmed_in_one() {
        String delivery = planned(packed());
        confirm(volunteer, delivery, said("DELIVERED")).statusCode(200).body("deliveryState", equalTo("DELIVERED"));
        assertThat(told(delivery)).isEqualTo(List.of("DeliveryPlanned.v1", "DeliveryDispatched.v1", "DeliveryConfirmed.v1"));
        assertThat(scene.held(Kind.RECIPIENT, UUID.fromString(delivery), Scene.PASTA)).isEqualTo(new BigDecimal("8.000"));
    }

    @Test
    void the_rest_of_a_partial_one_is_on_the_road_until_it_is_back_in_stock() {
        String delivery = planned(packed());
        Map<String, Object> said = said("PARTIAL");
        said.put("lines", List.of(Map.of("itemId", Scene.PASTA, "delivered", "5", "returned", "3")));
        confirm(volunteer, delivery, said).statusCode(200).body("deliveryState", equalTo("PARTIAL"));
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.PASTA)).isEqualTo(new BigDecimal("92.000"));
        JsonNode line = scene.told(UUID.fromString(delivery)).get(2).payload().get("lines").get(0);
        assertThat(line.get("delivered").asText()).isEqualTo("5.000");
        assertThat(line.get("returned").asText()).isEqualTo("3.000");

        post(volunteer, "deliveries/" + delivery + "/return", Map.of()).statusCode(200).body("state", equalTo("PARTIAL"))
                .body("returnedAt", notNullValue());
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.PASTA)).isEqualTo(new BigDecimal("95.000"));
        assertThat(told(delivery).get(3)).isEqualTo("DeliveryReturned.v1");
        post(volunteer, "deliveries/" + delivery + "/return", Map.of()).statusCode(409);
    }

    @Test
    void a_failed_one_comes_back_and_frees_the_entitlement() {
        String parcel = packed();
        String delivery = planned(parcel);
        Map<String, Object> said = said("FAILED");
        said.put("reason", "NOBODY_HOME");
        said.put("back", Map.of());
        confirm(volunteer, delivery, said).statusCode(200).body("deliveryState", equalTo("RETURNED"));
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.PASTA)).isEqualTo(new BigDecimal("92.000"));
        assertThat(told(delivery))
                .isEqualTo(List.of("DeliveryPlanned.v1", "DeliveryDispatched.v1", "DeliveryFailed.v1", "DeliveryReturned.v1"));
        scene.as(hub.manager()).get("/api/v1/parcels/" + parcel).then().body("state", equalTo("RETURNED"));
        scene.as(hub.manager()).get("/api/v1/deliveries/" + delivery).then().body("parcelIds", contains(parcel));
        packed();
        manager("deliveries", toHousehold(List.of(parcel), List.of())).statusCode(409).body("type",
                equalTo("/problems/entitlement-used"));
    }

    @Test
    void a_parcel_comes_back_whole_and_is_given_again_or_unpacked() {
        String parcel = packed();
        brought(planned(parcel));
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.PASTA)).isEqualTo(new BigDecimal("92.000"));
        String again = planned(parcel);
        scene.as(hub.manager()).get("/api/v1/parcels/" + parcel).then().body("state", equalTo("PACKED")).body("deliveryId",
                equalTo(again));
        brought(again);
        scene.as(hub.manager()).delete("/api/v1/parcels/" + parcel).then().statusCode(204);
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.PASTA)).isEqualTo(new BigDecimal("100.000"));
        scene.as(hub.manager()).get("/api/v1/parcels/" + parcel).then().body("state", equalTo("UNPACKED"));
        confirm(volunteer, planned(packed()), said("DELIVERED")).statusCode(200);
    }

    /** Nobody was at home; it is back. */
    private void brought(String delivery) {
        Map<String, Object> said = said("FAILED");
        said.put("reason", "NOBODY_HOME");
        confirm(volunteer, delivery, said).statusCode(200);
        post(volunteer, "deliveries/" + delivery + "/return", Map.of()).statusCode(200);
    }

    @Test
    void a_parcel_with_chilled_goods_stays_whole_only_with_a_reading_in_tolerance() {
        scene.sql("insert into recipe values (?1, 'TEST_COLD', 1, '2020-01-01', 'HOUSEHOLD', 'test')", Scene.YOGHURT);
        scene.sql("insert into recipe_line values (?1, 0, ?2, 'PIECE', 2, 2, 2), (?1, 1, ?1, 'PIECE', 1, 1, 1)",
                Scene.YOGHURT, Scene.PASTA);
        scene.stocked(hub, Scene.YOGHURT, "2", tomorrow.plusDays(30));
        for (boolean cold : List.of(true, false)) {
            household = scene.household(hub, 1, 0);
            String parcel = scene.as(hub.manager())
                    .body(Map.of("recipe", "TEST_COLD", "handOver", tomorrow.toString(), "householdIds", List.of(household)))
                    .post("/api/v1/hubs/" + hub.id() + "/parcels").then().statusCode(201).extract().path("packed[0].parcelId");
            Map<String, Object> said = said("FAILED");
            said.put("reason", "NOBODY_HOME");
            said.put("back", Map.of("readings", cold
                    ? List.of(Map.of("itemId", Scene.YOGHURT, "celsius", "5.0"))
                    : List.of()));
            confirm(volunteer, planned(parcel), said).statusCode(200);
            scene.as(hub.manager()).get("/api/v1/parcels/" + parcel).then().body("state",
                    equalTo(cold ? "RETURNED" : "UNDELIVERED"));
        }
        assertThat(scene.held(Kind.QUARANTINE, hub.id(), Scene.YOGHURT)).isEqualTo(new BigDecimal("1.000"));
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.YOGHURT)).isEqualTo(new BigDecimal("0.000"));
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.PASTA)).isEqualTo(new BigDecimal("98.000"));
    }

    @Test
    void whoever_left_the_shift_carries_nothing_and_the_managers_have_a_task() {
        String delivery = planned(packed());
        household = scene.household(hub, 2, 0);
        String failed = planned(packed());
        Map<String, Object> said = said("FAILED");
        said.put("reason", "NOBODY_HOME");
        confirm(volunteer, failed, said).statusCode(200);
        UUID colleague = scene.manager(hub);
        UUID signUp = scene.uuid("select sign_up_id from roster_place where subject = ?1", volunteer);
        scene.hear("volunteers.shifts", "VolunteerLeft.v1", Map.of("shiftId", UUID.randomUUID(), "signUpId", signUp));

        carriesNothing(volunteer, delivery);
        post(volunteer, "deliveries/" + failed + "/return", Map.of()).statusCode(404);
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/tasks").then().statusCode(200)
                .body("items.kind", contains("CARRIER_LEFT", "CARRIER_LEFT"))
                .body("items.deliveryId", containsInAnyOrder(delivery, failed));
        for (UUID manager : List.of(hub.manager(), colleague)) {
            assertThat(scene.count("select count(*) from message where person = ?1 and kind = 'CARRIER_LEFT'", manager))
                    .isEqualTo(2);
        }
        confirm(hub.manager(), delivery, said("DELIVERED")).statusCode(200);
    }

    private void carriesNothing(UUID person, String delivery) {
        scene.as(person).get("/api/v1/deliveries/" + delivery).then().statusCode(404);
        confirm(person, delivery, said("DELIVERED")).statusCode(404);
        post(person, "deliveries/" + delivery + "/return", Map.of()).statusCode(404);
        scene.as(person).get("/api/v1/me/deliveries").then().statusCode(200).body("items", empty());
    }

    @Test
    void a_shift_that_is_cancelled_or_moved_to_another_day_leaves_its_deliveries_without_people() {
        for (String change : List.of("ShiftCancelled.v1", "ShiftChanged.v1")) {
            household = scene.household(hub, 2, 0);
            volunteer = UUID.randomUUID();
            UUID shift = scene.onShift(hub, volunteer, at(tomorrow, 9), at(tomorrow, 12));
            String delivery = planned(packed());
            scene.as(volunteer).get("/api/v1/me/deliveries").then().body("items.id", contains(delivery));
            scene.hear("volunteers.shifts", change, Map.of("shiftId", shift, "ownerKind", "HUB", "ownerId", hub.id(), "start",
                    at(tomorrow.plusDays(1), 9), "end", at(tomorrow.plusDays(1), 12), "roles", List.of()));
            carriesNothing(volunteer, delivery);
            scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/tasks").then().body("items.deliveryId",
                    hasItem(delivery));
        }
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(CityTime.ZONE).toInstant();
    }

    @Test
    void a_manager_no_longer_carries_nothing_and_the_others_have_a_task() {
        UUID former = scene.manager(hub);
        String parcel = packed();
        String delivery = manager("deliveries", toHousehold(List.of(parcel), List.of(former))).statusCode(201).extract()
                .path("id");
        scene.as(UUID.randomUUID(), "coordinator").delete("/api/v1/hubs/" + hub.id() + "/managers/" + former).then()
                .statusCode(204);
        carriesNothing(former, delivery);
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/tasks").then().body("items.deliveryId", contains(delivery));
        assertThat(scene.count("select count(*) from message where person = ?1", former)).isEqualTo(0);
    }

    @Test
    void while_our_copy_of_the_shifts_is_old_a_volunteers_word_waits_and_a_managers_does_not() {
        String delivery = planned(packed());
        UUID blocked = UUID.randomUUID();
        scene.sql("insert into inbox_stream values ('volunteers', 'volunteers.shifts', ?1, 0, now())", blocked);
        try {
            confirm(volunteer, delivery, said("DELIVERED")).statusCode(503);
            confirm(UUID.randomUUID(), delivery, said("DELIVERED")).statusCode(404);
            scene.as(volunteer).get("/api/v1/deliveries/" + delivery).then().statusCode(200);
            confirm(hub.manager(), delivery, said("DELIVERED")).statusCode(200);
        } finally {
            scene.sql("delete from inbox_stream where aggregate_id = ?1", blocked);
        }
    }

    @Test
    void how_often_the_database_is_asked_to_plan_does_not_grow_with_the_parcels() {
        long one = statementsOf(1);
        long five = statementsOf(5);
        assertThat(five).isEqualTo(one);
        assertThat(one <= 17).as(one + " statements").isTrue();
    }

    /** To plan so many parcels of one household. */
    private long statementsOf(int many) {
        household = scene.household(hub, 2, 0);
        List<String> parcels = new ArrayList<>(List.of(packed()));
        while (parcels.size() < many) {
            parcels.add(scene.as(hub.manager())
                    .body(Map.of("recipe", "TEST_PASTA", "handOver", tomorrow.toString(), "householdIds", List.of(household),
                            "extraReason", "EMERGENCY"))
                    .post("/api/v1/hubs/" + hub.id() + "/parcels").then().statusCode(201).extract()
                    .path("packed[0].parcelId"));
        }
        Map<String, Object> asked = toHousehold(parcels, List.of(volunteer));
        asked.put("plannedFor", tomorrow.plusDays(7).toString()); // another week: what it is entitled to is asked as well
        Statistics statistics = session.getSessionFactory().getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        manager("deliveries", asked).statusCode(201).body("parcelIds", hasSize(many)).body("lines[0].quantity",
                equalTo(many * 8 + ".000"));
        return statistics.getPrepareStatementCount() - before;
    }

    @Test
    void chilled_goods_come_back_to_quarantine_unless_a_reading_in_tolerance_is_recorded() {
        for (boolean cold : List.of(true, false)) {
            OwnHub other = scene.hub();
            UUID need = UUID.randomUUID();
            UUID lot = scene.stocked(other, Scene.YOGHURT, "10", tomorrow.plusDays(9));
            UUID delivery = scene.givenToNeed(other, need, UUID.randomUUID(), lot, Scene.YOGHURT, "10");
            Map<String, Object> said = said("FAILED");
            said.put("reason", "PLACE_CLOSED");
            said.put("back", Map.of("readings", List.of(Map.of("itemId", Scene.YOGHURT, "celsius", cold ? "5.0" : "30.0"))));
            confirm(other.manager(), delivery.toString(), said).statusCode(200).body("deliveryState", equalTo("RETURNED"));
            assertThat(scene.held(cold ? Kind.HUB : Kind.QUARANTINE, other.id(), Scene.YOGHURT))
                    .isEqualTo(new BigDecimal("10.000"));
            assertThat(scene.count("select count(*) from delivery where need_id = ?1 and state = 'PLANNED'", need))
                    .isEqualTo(cold ? 1 : 0);
        }
    }

    @Test
    @Transactional
    void where_no_rule_is_in_force_no_reading_is_in_tolerance() {
        Item yoghurt = items.findById(Scene.YOGHURT);
        assertThat(coldChain.tolerates(yoghurt, new BigDecimal("5.0"), tomorrow)).isTrue();
        assertThat(coldChain.tolerates(yoghurt, new BigDecimal("5.0"), LocalDate.parse("2019-12-31"))).isFalse();
    }

    @Test
    void goods_received_for_a_need_join_its_planned_delivery_and_are_told_with_their_lines() {
        UUID need = UUID.randomUUID();
        UUID needLine = UUID.randomUUID();
        UUID donationLine = UUID.randomUUID();
        UUID first = scene.stocked(hub, Scene.PASTA, "30", tomorrow.plusDays(60), donationLine);
        UUID second = scene.stocked(hub, Scene.PASTA, "10", tomorrow.plusDays(30), donationLine);
        UUID delivery = scene.givenToNeed(hub, need, needLine, first, Scene.PASTA, "30");
        assertThat(scene.givenToNeed(hub, need, needLine, second, Scene.PASTA, "10")).isEqualTo(delivery);
        JsonNode line = scene.told(delivery).get(1).payload().get("lines").get(0);
        assertThat(line.get("quantity").asText()).isEqualTo("40.000");
        assertThat(line.get("needLineId").asText()).isEqualTo(needLine.toString());
        assertThat(line.get("donationLineId").asText()).isEqualTo(donationLine.toString());

        Map<String, Object> asked = new LinkedHashMap<>(Map.of("hubId", hub.id(), "kind", "NEED", "needId", need, "plannedFor",
                tomorrow.plusDays(2).toString(), "assignees", List.of(volunteer)));
        manager("deliveries", asked).statusCode(201).body("id", equalTo(delivery.toString())).body("assignees",
                contains(volunteer.toString()));
        manager("deliveries/" + delivery + "/loading", Map.of()).statusCode(200);
        assertThat(scene.held(Kind.DELIVERY, delivery, Scene.PASTA)).isEqualTo(new BigDecimal("40.000"));

        Map<String, Object> said = said("PARTIAL");
        said.put("lines", List.of(Map.of("itemId", Scene.PASTA, "delivered", "36", "returned", "4")));
        confirm(volunteer, delivery.toString(), said).statusCode(200);
        JsonNode confirmed = scene.told(delivery).get(4).payload();
        assertThat(confirmed.get("needId").asText()).isEqualTo(need.toString());
        assertThat(confirmed.get("lines").get(0).get("delivered").asText()).isEqualTo("36.000");
        assertThat(confirmed.get("lines").get(0).get("returned").asText()).isEqualTo("4.000");

        post(volunteer, "deliveries/" + delivery + "/return", Map.of()).statusCode(200);
        UUID again = scene.plannedFor(need);
        assertThat(scene.told(again).get(0).payload().get("lines").get(0).get("quantity").asText()).isEqualTo("4.000");
    }

    @Test
    void the_same_confirmation_many_times_at_once_is_booked_once() throws Exception {
        String delivery = planned(packed());
        Map<String, Object> said = said("DELIVERED");
        List<Response> answers = Scene.atOnce(Collections.nCopies(6, () -> scene.as(volunteer).body(said)
                .post("/api/v1/deliveries/" + delivery + "/confirmation")));
        answers.forEach(answer -> assertThat(answer.statusCode()).as(answer::asString).isEqualTo(200));
        assertThat(answers.stream().map(Response::asString).distinct().count()).isEqualTo(1);
        assertThat(scene.held(Kind.RECIPIENT, UUID.fromString(delivery), Scene.PASTA)).isEqualTo(new BigDecimal("8.000"));
        assertThat(told(delivery)).hasSize(3);
    }

    @Test
    void of_two_that_contradict_each_other_at_once_one_is_booked_and_one_kept_to_be_settled() throws Exception {
        String delivery = planned(packed());
        Map<String, Object> failed = said("FAILED");
        failed.put("reason", "NOBODY_HOME");
        String path = "/api/v1/deliveries/" + delivery + "/confirmation";
        List<Response> answers = Scene.atOnce(List.of(() -> scene.as(volunteer).body(said("DELIVERED")).post(path),
                () -> scene.as(hub.manager()).body(failed).post(path)));
        answers.forEach(answer -> assertThat(answer.statusCode()).as(answer::asString).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.<String>path("state")).sorted().toList())
                .isEqualTo(List.of("BOOKED", "TO_SETTLE"));
        assertThat(told(delivery)).hasSize(3);
    }

    @Test
    void the_other_of_a_pair_may_confirm_the_same_again() {
        String delivery = planned(packed());
        confirm(volunteer, delivery, said("DELIVERED")).body("state", equalTo("BOOKED"));
        confirm(hub.manager(), delivery, said("DELIVERED")).statusCode(200).body("state", equalTo("BOOKED"));
        assertThat(told(delivery)).hasSize(3);
    }

    @Test
    void a_confirmation_of_a_cancelled_one_is_kept_and_its_id_stays_taken() {
        String parcel = packed();
        String delivery = planned(parcel);
        scene.as(hub.manager()).delete("/api/v1/deliveries/" + delivery).then().statusCode(204);
        scene.as(hub.manager()).delete("/api/v1/deliveries/" + delivery).then().statusCode(204);
        Map<String, Object> said = said("DELIVERED");
        confirm(hub.manager(), delivery, said).statusCode(200).body("state", equalTo("TO_SETTLE")).body("deliveryState",
                equalTo("CANCELLED"));
        confirm(hub.manager(), delivery, said).statusCode(200).body("state", equalTo("TO_SETTLE"));
        Map<String, Object> other = said("FAILED");
        other.put("reason", "REFUSED");
        other.put("id", said.get("id"));
        confirm(hub.manager(), delivery, other).statusCode(422).body("type", equalTo("/problems/confirmation-id-taken"));
        assertThat(told(delivery)).isEqualTo(List.of("DeliveryPlanned.v1", "DeliveryCancelled.v1"));
        planned(parcel);
    }

    @Test
    void what_is_said_by_item_of_a_cancelled_one_is_kept_too() {
        String delivery = planned(packed());
        scene.as(hub.manager()).delete("/api/v1/deliveries/" + delivery).then().statusCode(204);
        Map<String, Object> said = said("PARTIAL");
        said.putAll(partial(Scene.PASTA, "5", "3"));
        confirm(hub.manager(), delivery, said).statusCode(200).body("state", equalTo("TO_SETTLE"));
    }

    @Test
    void two_failures_in_a_row_open_a_task_that_a_manager_closes() {
        String tasks = "/api/v1/hubs/" + hub.id() + "/tasks";
        fail();
        scene.as(hub.manager()).get(tasks).then().statusCode(200).body("items", empty());
        confirm(volunteer, planned(packed()), said("DELIVERED")).statusCode(200);
        household = another(household);
        fail();
        String second = fail();
        scene.as(hub.manager()).get(tasks).then().body("items", hasSize(1))
                .body("items[0].kind", equalTo("DELIVERY_FAILED_TWICE"))
                .body("items[0].aboutId", equalTo(household.toString())).body("items[0].deliveryId", equalTo(second));
        fail();
        String id = scene.as(hub.manager()).get(tasks).then().body("items", hasSize(1)).extract().path("items[0].id");
        assertThat(scene.count("select count(*) from message where cause = ?1 and person = ?2", UUID.fromString(id),
                hub.manager())).isEqualTo(1);
        String closed = post(hub.manager(), "hubs/" + hub.id() + "/tasks/" + id + "/closing", null).statusCode(200)
                .body("closedAt", notNullValue()).extract().path("closedAt");
        post(hub.manager(), "hubs/" + hub.id() + "/tasks/" + id + "/closing", null).body("closedAt", equalTo(closed));
        scene.as(hub.manager()).get(tasks).then().body("items", empty());
        fail();
        scene.as(hub.manager()).get(tasks).then().body("items", hasSize(1));
    }

    @Test
    void a_delivery_in_between_that_reached_people_starts_the_count_anew() {
        fail();
        Map<String, Object> extra = new LinkedHashMap<>(Map.of("recipe", "TEST_PASTA", "handOver", tomorrow.toString(),
                "householdIds", List.of(household), "extraReason", "EMERGENCY"));
        String parcel = scene.as(hub.manager()).body(extra).post("/api/v1/hubs/" + hub.id() + "/parcels")
                .path("packed[0].parcelId");
        confirm(volunteer, planned(parcel), said("DELIVERED")).statusCode(200);
        fail();
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/tasks").then().body("items", empty());
    }

    private UUID another(UUID before) {
        UUID next = scene.household(hub, 2, 0);
        assertThat(next).isNotEqualTo(before);
        return next;
    }

    private String fail() {
        String delivery = planned(packed());
        Map<String, Object> said = said("FAILED");
        said.put("reason", "NOBODY_HOME");
        said.put("back", Map.of());
        confirm(volunteer, delivery, said).statusCode(200).body("deliveryState", equalTo("RETURNED"));
        return delivery;
    }

    @Test
    void goods_set_aside_for_a_line_that_the_need_no_longer_has_are_free() {
        UUID need = UUID.randomUUID();
        UUID stays = UUID.randomUUID();
        UUID ends = UUID.randomUUID();
        UUID one = scene.stocked(hub, Scene.PASTA, "30", tomorrow.plusDays(60), UUID.randomUUID());
        UUID other = scene.stocked(hub, Scene.PASTA, "20", tomorrow.plusDays(60), UUID.randomUUID());
        UUID delivery = scene.givenToNeed(hub, need, stays, one, Scene.PASTA, "30");
        scene.givenToNeed(hub, need, ends, other, Scene.PASTA, "20");
        scene.hear("donations.needs", "NeedPublished.v1", Map.of("needId", need, "ownerKind", "ORGANISATION", "ownerId",
                UUID.randomUUID(), "byWhen", Instant.now().toString(), "urgency", "ORDINARY", "municipio", 9, "lines",
                List.of(Map.of("needLineId", stays, "itemId", Scene.PASTA, "quantity", "30"))));
        scene.as(hub.manager()).get("/api/v1/deliveries/" + delivery).then().body("state", equalTo("PLANNED"))
                .body("lines.needLineId", contains(stays.toString()));
        assertThat(scene.decimal("select reserved from balance where kind = 'HUB' and lot_id = ?1", other).signum())
                .isEqualTo(0);
    }

    @Test
    void what_may_not_reach_people_any_more_is_not_loaded() {
        String delivery = planned(packed());
        UUID lot = scene.uuid("select lot_id from movement where cause = (select id from parcel where delivery_id = ?1)",
                UUID.fromString(delivery));
        scene.sql("update lot set last_day = ?1 where id = ?2", tomorrow.minusDays(1), lot);
        manager("deliveries/" + delivery + "/loading", Map.of()).statusCode(409)
                .body("type", equalTo("/problems/delivery-outdated")).body("violations.field", contains("lots." + lot));
        assertThat(told(delivery)).hasSize(1);
        confirm(volunteer, delivery, said("DELIVERED")).statusCode(200).body("state", equalTo("BOOKED"));
    }

    @Test
    void goods_of_a_need_that_may_not_reach_people_any_more_are_not_loaded_either() {
        UUID lot = scene.stocked(hub, Scene.PASTA, "30", tomorrow.minusDays(3));
        UUID delivery = scene.givenToNeed(hub, UUID.randomUUID(), UUID.randomUUID(), lot, Scene.PASTA, "30");
        manager("deliveries/" + delivery + "/loading", Map.of()).statusCode(409).body("violations.field",
                contains("lots." + lot));
    }

    @Test
    void a_parcel_is_not_planned_for_a_day_on_which_it_is_not_good_any_more() {
        OwnHub other = hub;
        hub = scene.hub();
        volunteer = scene.volunteer(hub);
        household = scene.household(hub, 2, 0);
        scene.stocked(hub, Scene.PASTA, "100", tomorrow.plusDays(2));
        String parcel = packed();
        Map<String, Object> late = toHousehold(List.of(parcel), List.of(volunteer));
        late.put("plannedFor", tomorrow.plusDays(3).toString());
        manager("deliveries", late).statusCode(409).body("type", equalTo("/problems/delivery-outdated"));
        late.put("plannedFor", tomorrow.plusDays(2).toString());
        String delivery = manager("deliveries", late).statusCode(201).extract().path("id");
        replan(delivery, tomorrow.plusDays(3)).statusCode(409);
        hub = other;
    }

    @Test
    void a_parcel_is_of_the_week_of_the_day_it_is_planned_for() {
        LocalDate nextWeek = tomorrow.plusWeeks(1);
        String delivery = planned(packed());
        replan(delivery, nextWeek).statusCode(200);
        scene.as(hub.manager()).queryParam("day", nextWeek.toString()).get("/api/v1/hubs/" + hub.id() + "/parcels").then()
                .body("items.deliveryId", contains(delivery));
        scene.as(hub.manager())
                .body(Map.of("recipe", "TEST_PASTA", "handOver", nextWeek.toString(), "householdIds", List.of(household)))
                .post("/api/v1/hubs/" + hub.id() + "/parcels").then().body("notPacked.reason", contains("ENTITLEMENT_USED"));
        String second = planned(packed());
        replan(second, nextWeek).statusCode(409).body("type", equalTo("/problems/entitlement-used"));
        replan(delivery, tomorrow).statusCode(409).body("type", equalTo("/problems/entitlement-used"));
    }

    private ValidatableResponse replan(String delivery, LocalDate day) {
        String path = "/api/v1/deliveries/" + delivery;
        return scene.as(hub.manager()).header("If-Match", scene.as(hub.manager()).get(path).header("ETag"))
                .body(Map.of("plannedFor", day.toString(), "assignees", List.of(volunteer))).put(path + "/plan").then();
    }

    @Test
    void a_suspended_organisations_deliveries_stop_until_it_is_reinstated_and_what_left_goes_on() {
        UUID organisation = UUID.randomUUID();
        UUID need = UUID.randomUUID();
        UUID needLine = UUID.randomUUID();
        scene.organisation(organisation, UUID.randomUUID());
        scene.hear("donations.needs", "NeedPublished.v1", Map.of("needId", need, "ownerKind", "ORGANISATION", "ownerId",
                organisation, "byWhen", Instant.now().plusSeconds(90_000).toString(), "urgency", "ORDINARY", "municipio", 9,
                "lines", List.of(Map.of("needLineId", needLine, "itemId", Scene.PASTA, "quantity", "30"))));
        UUID lot = scene.stocked(hub, Scene.PASTA, "30", tomorrow.plusDays(60));
        UUID left = scene.givenToNeed(hub, need, needLine, lot, Scene.PASTA, "10");
        manager("deliveries/" + left + "/loading", Map.of()).statusCode(200);
        UUID planned = scene.givenToNeed(hub, need, needLine, lot, Scene.PASTA, "10");

        scene.hear("volunteers.organisations", "OrganisationSuspended.v1", Map.of("organisationId", organisation));
        manager("deliveries/" + planned + "/loading", Map.of()).statusCode(409).body("type",
                equalTo("/problems/delivery-stopped"));
        scene.as(hub.manager()).get("/api/v1/deliveries/" + planned).then().body("stopped", equalTo(true)).body("state",
                equalTo("PLANNED"));
        scene.as(hub.manager()).queryParam("day", tomorrow.toString()).get("/api/v1/hubs/" + hub.id() + "/deliveries").then()
                .body("items.find { it.id == '" + planned + "' }.stopped", equalTo(true))
                .body("items.find { it.id == '" + left + "' }.stopped", equalTo(false));
        confirm(hub.manager(), left.toString(), said("DELIVERED")).statusCode(200).body("state", equalTo("BOOKED"));
        assertThat(scene.givenToNeed(hub, need, needLine, lot, Scene.PASTA, "5")).as("promises in flight finish")
                .isEqualTo(planned);

        scene.hear("volunteers.organisations", "OrganisationReinstated.v1", Map.of("organisationId", organisation));
        manager("deliveries/" + planned + "/loading", Map.of()).statusCode(200).body("stopped", equalTo(false))
                .body("lines[0].quantity", equalTo("15.000"));
    }

    @Test
    void a_time_that_cannot_be_true_is_replaced_and_said_so() {
        for (Instant impossible : List.of(Instant.now().plusSeconds(3600), Instant.parse("2020-03-01T08:00:00Z"))) {
            household = scene.household(hub, 2, 0);
            String delivery = planned(packed());
            Map<String, Object> said = said("DELIVERED");
            said.put("occurredAt", impossible.toString());
            confirm(volunteer, delivery, said).statusCode(200).body("state", equalTo("BOOKED")).body("timeReplaced",
                    equalTo(true));
        }
    }

    @Test
    void what_contradicts_itself_is_named_and_nothing_changes() {
        String delivery = planned(packed());
        expect(delivery, Map.of("outcome", "FAILED"), "reason");
        expect(delivery, Map.of("outcome", "PARTIAL"), "lines");
        expect(delivery, Map.of("outcome", "LOST"), "outcome");
        expect(delivery, Map.of("reason", "REFUSED"), "reason");
        expect(delivery, Map.of("back", Map.of()), "back");
        expect(delivery, Map.of("note", "left with the neighbour"), "note");
        expect(delivery, partial(Scene.PASTA, "5", "2"), "lines[0]");
        expect(delivery, partial(Scene.PASTA, "5.5", "2.5"), "lines[0].delivered");
        expect(delivery, partial(Scene.PASTA, "-1", "9"), "lines[0].delivered");
        expect(delivery, partial(Scene.APPLES, "5", "3"), "lines[0].itemId");
        assertThat(told(delivery)).hasSize(1);
    }

    private void expect(String delivery, Map<String, Object> wrong, String field) {
        Map<String, Object> said = said("DELIVERED");
        said.putAll(wrong);
        confirm(volunteer, delivery, said).statusCode(400).body("violations.field", hasItem(field));
    }

    private static Map<String, Object> partial(UUID item, String delivered, String returned) {
        return Map.of("outcome", "PARTIAL", "lines",
                List.of(Map.of("itemId", item, "delivered", delivered, "returned", returned)));
    }

    @Test
    void only_who_is_on_the_hubs_roster_or_manages_it_brings_its_goods() {
        String parcel = packed();
        UUID stranger = UUID.randomUUID();
        UUID ofAnotherHub = scene.volunteer(scene.hub());
        for (UUID nobody : List.of(stranger, ofAnotherHub)) {
            manager("deliveries", toHousehold(List.of(parcel), List.of(volunteer, nobody))).statusCode(400)
                    .body("violations.field", contains("assignees[1]"));
        }
        UUID otherDay = UUID.randomUUID();
        scene.onShift(hub, otherDay, at(tomorrow.minusDays(1), 18), at(tomorrow, 0));
        scene.onShift(hub, otherDay, at(tomorrow.plusDays(1), 0), at(tomorrow.plusDays(1), 6));
        manager("deliveries", toHousehold(List.of(parcel), List.of(otherDay))).statusCode(400).body("violations.field",
                contains("assignees[0]"));
        UUID colleague = scene.manager(hub);
        manager("deliveries", toHousehold(List.of(parcel), List.of(volunteer, colleague))).statusCode(201).body("assignees",
                containsInAnyOrder(volunteer.toString(), colleague.toString()));
    }

    @Test
    void nobody_gives_a_delivery_to_herself_and_whoever_has_it_keeps_it() {
        String parcel = packed();
        manager("deliveries", toHousehold(List.of(parcel), List.of(hub.manager()))).statusCode(400).body("type",
                equalTo("/problems/assigns-herself")).body("violations.field", contains("assignees[0]"));
        UUID colleague = scene.manager(hub);
        String delivery = manager("deliveries", toHousehold(List.of(parcel), List.of(colleague))).statusCode(201).extract()
                .path("id");
        String path = "/api/v1/deliveries/" + delivery;
        Map<String, Object> otherDay = Map.of("plannedFor", tomorrow.plusDays(1).toString(), "assignees", List.of(colleague));
        scene.as(colleague).header("If-Match", scene.as(colleague).get(path).header("ETag")).body(otherDay).put(path + "/plan")
                .then().statusCode(200);
    }

    @Test
    void a_planned_delivery_gets_other_people_and_another_day() {
        String delivery = planned(packed());
        UUID other = scene.volunteer(hub);
        String path = "/api/v1/deliveries/" + delivery;
        String etag = scene.as(hub.manager()).get(path).header("ETag");
        Map<String, Object> plan = Map.of("plannedFor", tomorrow.plusDays(1).toString(), "assignees", List.of(other));
        scene.as(hub.manager()).body(plan).put(path + "/plan").then().statusCode(428);
        scene.as(hub.manager()).header("If-Match", "\"99\"").body(plan).put(path + "/plan").then().statusCode(412);
        scene.as(hub.manager()).header("If-Match", etag).body(plan).put(path + "/plan").then().statusCode(200)
                .body("assignees", contains(other.toString()));
        scene.as(volunteer).get(path).then().statusCode(404);
        scene.as(other).get("/api/v1/me/deliveries").then().statusCode(200).body("items.id", contains(delivery));
        scene.as(hub.manager()).queryParam("day", tomorrow.plusDays(1).toString())
                .get("/api/v1/hubs/" + hub.id() + "/deliveries")
                .then().statusCode(200).body("items.id", contains(delivery));
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/deliveries").then().body("items", empty());
    }

    @Test
    void a_parcel_goes_with_one_delivery_and_one_household() {
        String parcel = packed();
        household = scene.household(hub, 3, 0);
        String others = packed();
        manager("deliveries", toHousehold(List.of(parcel, others), List.of())).statusCode(400).body("violations.field",
                contains("parcelIds"));
        planned(parcel);
        manager("deliveries", toHousehold(List.of(parcel), List.of())).statusCode(409).body("type",
                equalTo("/problems/parcel-not-free"));
        scene.as(hub.manager()).delete("/api/v1/parcels/" + parcel).then().statusCode(409);
    }

    @Test
    void a_foreign_delivery_is_not_there_and_stays_as_it_is() {
        String parcel = packed();
        String delivery = planned(parcel);
        for (UUID stranger : List.of(scene.hub().manager(), UUID.randomUUID(), scene.volunteer(hub))) {
            scene.as(stranger).get("/api/v1/deliveries/" + delivery).then().statusCode(404);
            post(stranger, "deliveries/" + delivery + "/loading", Map.of()).statusCode(404);
            confirm(stranger, delivery, said("DELIVERED")).statusCode(404);
            post(stranger, "deliveries/" + delivery + "/return", Map.of()).statusCode(404);
            scene.as(stranger).delete("/api/v1/deliveries/" + delivery).then().statusCode(404);
            post(stranger, "deliveries", toHousehold(List.of(parcel), List.of())).statusCode(404);
        }
        OwnHub other = scene.hub();
        Map<String, Object> asked = toHousehold(List.of(parcel), List.of());
        asked.put("hubId", other.id());
        post(other.manager(), "deliveries", asked).statusCode(404);
        assertThat(told(delivery)).hasSize(1);
    }

    private String packed() {
        return scene.as(hub.manager())
                .body(Map.of("recipe", "TEST_PASTA", "handOver", tomorrow.toString(), "householdIds", List.of(household)))
                .post("/api/v1/hubs/" + hub.id() + "/parcels").then().statusCode(201).body("packed", hasSize(1)).extract()
                .path("packed[0].parcelId");
    }

    private String planned(String parcel) {
        return manager("deliveries", toHousehold(List.of(parcel), List.of(volunteer))).statusCode(201).body("state",
                equalTo("PLANNED")).extract().path("id");
    }

    private Map<String, Object> toHousehold(List<String> parcels, List<UUID> assignees) {
        return new LinkedHashMap<>(Map.of("hubId", hub.id(), "kind", "HOUSEHOLD", "parcelIds", parcels, "plannedFor",
                tomorrow.toString(), "assignees", assignees));
    }

    private static Map<String, Object> said(String outcome) {
        return new LinkedHashMap<>(
                Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "outcome", outcome));
    }

    private ValidatableResponse confirm(UUID person, String delivery, Map<String, Object> said) {
        return post(person, "deliveries/" + delivery + "/confirmation", said);
    }

    private ValidatableResponse manager(String path, Map<String, Object> body) {
        return post(hub.manager(), path, body);
    }

    private ValidatableResponse post(UUID person, String path, Map<String, Object> body) {
        return (body == null ? scene.as(person) : scene.as(person).body(body)).post("/api/v1/" + path).then();
    }

    private List<String> told(String delivery) {
        return scene.toldTypes(UUID.fromString(delivery));
    }
}
