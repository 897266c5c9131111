package it.milanoaiuta.foodhub.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.foodhub.stock.ColdChain;
import it.milanoaiuta.platform.testing.AtOnce;

@QuarkusTest
class DeliveryTest extends DeliveryScene {

    @Inject
    Session session;

    @Inject
    ColdChain coldChain;

    @Inject
    Items items;

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
    void the_same_confirmation_many_times_at_once_is_booked_once() throws Exception {
        String delivery = planned(packed());
        Map<String, Object> said = said("DELIVERED");
        List<Response> answers = AtOnce.call(6, i -> scene.as(volunteer).body(said)
                .post("/api/v1/deliveries/" + delivery + "/confirmation"));
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
        List<Response> answers = AtOnce.all(() -> scene.as(volunteer).body(said("DELIVERED")).post(path),
                () -> scene.as(hub.manager()).body(failed).post(path));
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
}
