package it.milanoaiuta.foodhub.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class FiguresTest {

    static final UUID ELENA = UUID.randomUUID();

    @Inject
    Scene scene;

    LocalDate today = LocalDate.now(CityTime.ZONE);

    @Test
    void a_hubs_day_is_what_it_took_in_packed_and_handed_over_and_the_total_counts_a_case_once() {
        scene.catalogue();
        scene.pastaRecipe();
        long householdsBefore = number(figures(), "total.households");
        OwnHub hub = scene.hub();
        scene.stocked(hub, Scene.PASTA, "100", today.plusDays(90));
        scene.stocked(hub, Scene.NAPPIES, "5", today.plusYears(1));
        scene.stocked(hub, Scene.INFANT_MILK, "10", today.plusYears(1));
        UUID household = scene.household(hub, 2, 1);
        handedOver(hub, household, null);
        handedOver(hub, household, "EMERGENCY");
        String left = packed(hub, scene.household(hub, 4, 0), null);
        scene.as(hub.manager()).delete("/api/v1/parcels/" + left).then().statusCode(204);
        packed(hub, scene.household(hub, 3, 0), null);

        // 100 packs of 0.5 kg, 5 of nappies of 1 kg and 10 tins of 0.8 kg in, 16 packs out: 8 kg, at 0.5 kg a meal
        // what came in an hour ago may have come in yesterday
        String in = "days.find { it.hubId == '%s' && it.kgIn != '0.000' }.kgIn".formatted(hub.id());
        String day = "days.find { it.hubId == '%s' && it.parcelsPacked > 0 }.".formatted(hub.id());
        figures().statusCode(200).body(in, equalTo("63.000")).body(day + "kgHandedOver", equalTo("8.000"))
                .body(day + "kgFoodHandedOver", equalTo("8.000")).body(day + "meals", equalTo(16))
                .body(day + "households", equalTo(1)).body(day + "people", equalTo(3)).body(day + "parcelsPacked", equalTo(3))
                .body(day + "parcelsHandedOver", equalTo(2)).body("mealFactors", hasSize(1))
                .body("mealFactors[0].kgPerMeal", equalTo("0.500"));
        assertThat(number(figures(), "total.households")).isEqualTo(householdsBefore + 1);
        assertThat(scene.figureDifferences()).isEqualTo(0);
    }

    @Test
    void food_and_other_goods_are_told_apart_and_meals_are_of_food_alone() {
        OwnHub hub = scene.hub();
        UUID item = scene.item("PIECE", "AMBIENT", "NONE");
        UUID lot = scene.stocked(hub, item, "30", today.plusDays(90));
        String ofHub = "hubs.find { it.hubId == '%s' }.".formatted(hub.id());
        for (boolean food : List.of(true, false)) {
            scene.sql("update item set food = ?1 where id = ?2", food, item);
            UUID delivery = scene.givenToNeed(hub, UUID.randomUUID(), UUID.randomUUID(), lot, item, "10");
            scene.as(hub.manager())
                    .body(Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "outcome", "DELIVERED"))
                    .post("/api/v1/deliveries/" + delivery + "/confirmation").then().statusCode(200);
            bySteps("MONTH", today.minusDays(1), today.plusDays(1)).body(ofHub + "takenIn.kg", equalTo("30.000"))
                    .body(ofHub + "takenIn.ofItFood", equalTo(food ? "30.000" : "0.000"))
                    .body(ofHub + "handedOver.ofItFood", equalTo(food ? "10.000" : "0.000"))
                    .body(ofHub + "meals", equalTo(food ? 20 : 0));
        }
        bySteps("MONTH", today.minusDays(1), today.plusDays(1)).body(ofHub + "handedOver.kg", equalTo("20.000"));
    }

    @Test
    void what_the_catalogue_says_is_food_is_food() {
        for (String category : List.of("FOOD", "INFANT")) {
            UUID item = UUID.randomUUID();
            Map<String, Object> listed = new HashMap<>(Map.of("itemId", item, "code", "X", "category", category, "unit",
                    "PIECE", "storageClass", "AMBIENT", "kgPerUnit", "0.800", "marginDays", 0, "dateKind", "NONE",
                    "conversions", List.of()));
            scene.hear("donations.catalogue", "ItemListed.v1", listed);
            assertThat(scene.count("select count(*) from item where id = ?1 and food", item)).as("as before it was told")
                    .isEqualTo(category.equals("FOOD") ? 1 : 0);
            listed.put("food", true);
            scene.hear("donations.catalogue", "ItemChanged.v1", listed);
            assertThat(scene.count("select count(*) from item where id = ?1 and food", item)).isEqualTo(1);
            listed.put("food", false);
            scene.hear("donations.catalogue", "ItemChanged.v1", listed);
            assertThat(scene.count("select count(*) from item where id = ?1 and food", item)).isEqualTo(0);
        }
    }

    @Test
    void a_year_by_steps_is_as_many_rows_as_steps_and_hubs_and_a_small_part_of_every_day_of_every_hub() {
        LocalDate last = LocalDate.parse("2019-12-31");
        LocalDate first = last.minusDays(364);
        List<UUID> hubs = Stream.generate(() -> scene.hub().id()).limit(5).toList();
        UUID item = scene.packaged();
        UUID household = scene.household(scene.hub(), 2, 0);
        for (UUID hub : hubs) {
            scene.sql("insert into goods_figure select day, ?1, ?2, 12, 8 from generate_series(?3, ?4, interval '1 day') day",
                    hub, item, first, last);
            scene.sql("insert into parcel_figure select day, ?1, 3, 2 from generate_series(?2, ?3, interval '1 day') day", hub,
                    first, last);
            scene.sql("insert into case_served select day, ?1, ?2 from generate_series(?3, ?4, interval '1 day') day", hub,
                    household, first, last);
        }
        try {
            Response whole = bySteps(null, first, last).extract().response();
            assertThat(whole.<List<?>>path("days").size()).isEqualTo(365 * 5);
            for (var rows : Map.of("DAY", 365, "WEEK", 53, "MONTH", 12).entrySet()) {
                ValidatableResponse steps = bySteps(rows.getKey(), first, last).body("periods", hasSize(rows.getValue()))
                        .body("hubs", hasSize(5)).body("days", empty()).body("total", equalTo(whole.path("total")))
                        .body("periods.sum { it.parcelsHandedOver }", equalTo(365 * 5 * 2))
                        .body("periods.households.unique()", contains(1));
                int part = steps.extract().asByteArray().length;
                int most = whole.asByteArray().length / (rows.getKey().equals("DAY") ? 3 : 15);
                assertThat(part < most).as(rows.getKey() + ": " + part + " bytes, not under " + most).isTrue();
            }
            bySteps("WEEK", first, last).body("periods[0].from", equalTo("2019-01-01"))
                    .body("periods[0].to", equalTo("2019-01-06")).body("periods[1].from", equalTo("2019-01-07"))
                    .body("periods[52].to", equalTo("2019-12-31")).body("periods[1].takenIn.kg", equalTo("420.000"));
        } finally {
            for (String figure : List.of("goods_figure", "parcel_figure", "case_served")) {
                scene.sql("delete from " + figure + " where day <= ?1", last);
            }
        }
    }

    /** @param step null for each day of each hub */
    private static ValidatableResponse bySteps(String step, LocalDate from, LocalDate to) {
        RequestSpecification asked = Scene.as(ELENA, "coordinator").queryParam("from", from.toString()).queryParam("to",
                to.toString());
        return (step == null ? asked : asked.queryParam("by", step)).get("/api/v1/figures").then().statusCode(200);
    }

    @Test
    void only_the_coordinator_and_services_see_them() {
        for (String role : List.of("coordinator", "service")) {
            scene.as(ELENA, role).queryParam("from", "2026-01-01").queryParam("to", "2026-01-31").get("/api/v1/figures").then()
                    .statusCode(200);
        }
        scene.as(ELENA).queryParam("from", "2026-01-01").queryParam("to", "2026-01-31").get("/api/v1/figures").then()
                .statusCode(403);
    }

    @Test
    void a_period_has_both_ends_in_order_and_at_most_a_year() {
        scene.as(ELENA, "coordinator").queryParam("from", "2026-01-02").queryParam("to", "2026-01-01").get("/api/v1/figures")
                .then().statusCode(400).body("violations.field", contains("to"));
        scene.as(ELENA, "coordinator").queryParam("from", "2025-01-01").queryParam("to", "2026-01-02").get("/api/v1/figures")
                .then().statusCode(400).body("violations.field", contains("to"));
        scene.as(ELENA, "coordinator").queryParam("from", "2025-01-01").get("/api/v1/figures").then().statusCode(400)
                .body("violations.field", contains("to"));
    }

    private ValidatableResponse figures() {
        return scene.as(ELENA, "coordinator").queryParam("from", today.minusDays(1).toString())
                .queryParam("to", today.plusDays(1).toString())
                .get("/api/v1/figures").then();
    }

    private static long number(ValidatableResponse answer, String path) {
        return answer.extract().<Number>path(path).longValue();
    }

    private String packed(OwnHub hub, UUID household, String extraReason) {
        Map<String, Object> asked = new HashMap<>(
                Map.of("recipe", "TEST_PASTA", "handOver", today.plusDays(1).toString(), "householdIds", List.of(household)));
        asked.put("extraReason", extraReason);
        return scene.as(hub.manager()).body(asked).post("/api/v1/hubs/" + hub.id() + "/parcels").then().statusCode(201)
                .extract()
                .path("packed[0].parcelId");
    }

    private void handedOver(OwnHub hub, UUID household, String extraReason) {
        String delivery = scene.as(hub.manager())
                .body(Map.of("hubId", hub.id(), "kind", "HOUSEHOLD", "parcelIds", List.of(packed(hub, household, extraReason)),
                        "plannedFor", today.plusDays(1).toString()))
                .post("/api/v1/deliveries").then().statusCode(201).extract().path("id");
        scene.as(hub.manager())
                .body(Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "outcome", "DELIVERED"))
                .post("/api/v1/deliveries/" + delivery + "/confirmation").then().statusCode(200);
    }
}
