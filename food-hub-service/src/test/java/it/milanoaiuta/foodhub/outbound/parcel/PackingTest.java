package it.milanoaiuta.foodhub.outbound.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.stock.Account.Kind;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class PackingTest {

    static final List<UUID> PRODUCE = List.of(Scene.APPLES, Scene.ORANGES, Scene.POTATOES, Scene.CABBAGE, Scene.ONIONS);

    @Inject
    Scene scene;

    OwnHub hub;
    LocalDate tomorrow = LocalDate.now(CityTime.ZONE).plusDays(1);

    @BeforeEach
    void aHub() {
        scene.catalogue();
        hub = scene.hub();
    }

    @AfterEach
    void theLedgerIsWhole() {
        assertThat(scene.ledgerDifferences()).isEqualTo(0);
        assertThat(scene.figureDifferences()).isEqualTo(0);
    }

    @Test
    void a_thousand_households_of_mixed_sizes_get_exactly_their_fresh_kit() {
        List<UUID> households = scene.householdsOf(hub, 1000, i -> i % 7 + 1);
        long doubled = IntStream.range(0, 1000).filter(i -> i % 7 + 1 > 3).count();
        PRODUCE.forEach(item -> scene.stocked(hub, item, "2000", tomorrow.plusDays(5)));
        PRODUCE.forEach(item -> scene.stocked(hub, item, "1000.001", tomorrow.plusDays(3)));

        pack("FRESH_KIT", tomorrow, households.subList(0, 500)).statusCode(201).body("packed", hasSize(500)).body("short",
                empty());
        pack("FRESH_KIT", tomorrow, households.subList(500, 1000)).statusCode(201).body("packed", hasSize(500));

        Map<UUID, String> kit = Map.of(Scene.APPLES, "0.800", Scene.ORANGES, "1.000", Scene.POTATOES, "0.750", Scene.CABBAGE,
                "1.200", Scene.ONIONS, "0.250");
        kit.forEach((item, kg) -> {
            BigDecimal expected = new BigDecimal(kg).multiply(BigDecimal.valueOf(1000 + doubled));
            assertThat(scene.packedIn(hub, item)).isEqualTo(expected);
            assertThat(scene.held(Kind.HUB, hub.id(), item)).isEqualTo(new BigDecimal("3000.001").subtract(expected));
        });
        assertThat(scene.count("""
                select count(*) from (
                  select sum(b.quantity) as packed, case when h.members > 3 then 1.6 else 0.8 end as due
                  from balance b join parcel p on b.kind = 'PARCEL' and b.owner = p.id join household h on h.id = p.household_id
                  where p.hub_id = ?1 and b.item_id = ?2 group by p.id, h.members
                ) apples where packed <> due""", hub.id(), Scene.APPLES)).isEqualTo(0);
    }

    @Test
    void what_expires_first_is_packed_first_and_the_parcel_takes_its_earliest_date() {
        UUID later = scene.stocked(hub, Scene.PASTA, "100", tomorrow.plusDays(90));
        UUID sooner = scene.stocked(hub, Scene.PASTA, "5", tomorrow.plusDays(30));
        scene.stocked(hub, Scene.PASTA, "100", tomorrow.minusDays(40));
        scene.pastaRecipe();
        UUID household = scene.household(hub, 2, 0);
        String parcel = pack("TEST_PASTA", tomorrow, List.of(household)).statusCode(201)
                .body("packed[0].lastDay", equalTo(tomorrow.plusDays(30).toString())).extract().path("packed[0].parcelId");
        scene.as(hub.manager()).get("/api/v1/parcels/" + parcel).then().statusCode(200)
                .body("lines.find { it.lotId == '%s' }.quantity".formatted(sooner), equalTo("5.000"))
                .body("lines.find { it.lotId == '%s' }.quantity".formatted(later), equalTo("3.000"));
    }

    @Test
    void a_shortfall_is_an_answer_whole_parcels_in_the_order_given() {
        UUID large = scene.household(hub, 5, 0);
        UUID small = scene.household(hub, 1, 0);
        UUID last = scene.household(hub, 1, 0);
        PRODUCE.stream().filter(item -> !item.equals(Scene.APPLES))
                .forEach(item -> scene.stocked(hub, item, "100", tomorrow.plusDays(9)));
        scene.stocked(hub, Scene.APPLES, "1.500", tomorrow.plusDays(9));
        pack("FRESH_KIT", tomorrow, List.of(large, small, last)).statusCode(201)
                .body("packed.householdId", contains(small.toString()))
                .body("notPacked.householdId", contains(large.toString(), last.toString()))
                .body("notPacked.reason", contains("STOCK_SHORT", "STOCK_SHORT"))
                .body("short", hasSize(1)).body("short[0].itemId", equalTo(Scene.APPLES.toString()))
                .body("short[0].missing", equalTo("1.700"));
    }

    @Test
    void one_entitlement_per_case_recipe_and_week_and_an_extra_needs_a_reason() {
        UUID household = scene.household(hub, 2, 0);
        PRODUCE.forEach(item -> scene.stocked(hub, item, "100", tomorrow.plusDays(40)));
        LocalDate monday = tomorrow.plusWeeks(1).with(DayOfWeek.MONDAY);
        pack("FRESH_KIT", monday, List.of(household)).body("packed", hasSize(1));
        pack("FRESH_KIT", monday.plusDays(6), List.of(household)).statusCode(201).body("packed", empty())
                .body("notPacked[0].reason", equalTo("ENTITLEMENT_USED")).body("short", empty());
        pack("FRESH_KIT", monday.plusDays(7), List.of(household)).body("packed", hasSize(1));
        pack(hub, "FRESH_KIT", monday, List.of(household), "SPOILED").body("packed", hasSize(1));
    }

    @Test
    void unpacking_returns_the_same_lots_and_frees_the_entitlement() {
        UUID household = scene.household(hub, 2, 0);
        List<UUID> lots = PRODUCE.stream().map(item -> scene.stocked(hub, item, "10", tomorrow.plusDays(9))).toList();
        String parcel = pack("FRESH_KIT", tomorrow, List.of(household)).extract().path("packed[0].parcelId");
        assertThat(scene.held(Kind.HUB, hub.id(), Scene.APPLES)).isEqualTo(new BigDecimal("9.200"));
        scene.as(hub.manager()).delete("/api/v1/parcels/" + parcel).then().statusCode(204);
        scene.as(hub.manager()).delete("/api/v1/parcels/" + parcel).then().statusCode(204);
        for (UUID lot : lots) {
            assertThat(scene.count("select count(*) from balance where kind = 'HUB' and owner = ?1 and lot_id = ?2"
                    + " and quantity = 10", hub.id(), lot)).isEqualTo(1);
        }
        pack("FRESH_KIT", tomorrow, List.of(household)).body("packed", hasSize(1));
    }

    @Test
    void infant_products_only_where_there_is_an_infant_and_exclusions_are_left_out() {
        scene.stocked(hub, Scene.INFANT_MILK, "10", tomorrow.plusDays(90));
        scene.stocked(hub, Scene.NAPPIES, "10", tomorrow.plusYears(2));
        PRODUCE.forEach(item -> scene.stocked(hub, item, "10", tomorrow.plusDays(9)));
        UUID withInfants = scene.household(hub, 2, 2);
        UUID without = scene.household(hub, 2, 0);
        pack("INFANT", tomorrow, List.of(withInfants, without)).body("packed.householdId", contains(withInfants.toString()))
                .body("notPacked[0].reason", equalTo("NOTHING_FOR_IT"));
        assertThat(scene.packedIn(hub, Scene.INFANT_MILK)).isEqualTo(new BigDecimal("2.000"));

        Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
        asked.put("exclusions", List.of(Scene.ONIONS));
        UUID noOnions = UUID.fromString(
                scene.as(hub.manager()).body(asked).post("/api/v1/households").then().extract().path("id"));
        pack("FRESH_KIT", tomorrow, List.of(noOnions)).body("packed", hasSize(1));
        assertThat(scene.packedIn(hub, Scene.ONIONS)).isEqualTo(new BigDecimal("0.000"));
        assertThat(scene.packedIn(hub, Scene.APPLES)).isEqualTo(new BigDecimal("0.800"));
    }

    @Test
    void what_is_short_or_not_taken_is_replaced_by_what_stands_in_for_it() {
        PRODUCE.stream().filter(item -> !item.equals(Scene.APPLES))
                .forEach(item -> scene.stocked(hub, item, "100", tomorrow.plusDays(9)));
        UUID apples = scene.stocked(hub, Scene.APPLES, "0.500", tomorrow.plusDays(9));
        UUID household = scene.household(hub, 2, 0);
        Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
        asked.put("exclusions", List.of(Scene.CABBAGE, Scene.ORANGES));
        UUID picky = UUID
                .fromString(scene.as(hub.manager()).body(asked).post("/api/v1/households").then().extract().path("id"));
        packing(List.of(household, picky), instead(Scene.APPLES, Scene.ORANGES, "1.5"),
                instead(Scene.CABBAGE, Scene.ONIONS, "0.5")).statusCode(201)
                .body("packed.householdId", contains(household.toString()))
                .body("notPacked.householdId", contains(picky.toString())).body("short[0].itemId",
                        equalTo(Scene.APPLES.toString()));
        // 0.5 kg of apples, and 0.3 kg × 1.5 more oranges than the kit's 1 kg
        assertThat(scene.packedIn(hub, Scene.APPLES)).isEqualTo(new BigDecimal("0.500"));
        assertThat(scene.packedIn(hub, Scene.ORANGES)).isEqualTo(new BigDecimal("1.450"));
        assertThat(scene.packedIn(hub, Scene.ONIONS)).isEqualTo(new BigDecimal("0.250"));

        scene.stocked(hub, Scene.APPLES, "10", tomorrow.plusDays(9));
        packing(List.of(picky), instead(Scene.CABBAGE, Scene.ONIONS, "0.5")).body("packed", hasSize(1));
        // 1.2 kg of cabbage are 0.6 kg of onions more than the kit's 0.25 kg
        assertThat(scene.packedIn(hub, Scene.ONIONS)).isEqualTo(new BigDecimal("1.100"));
        assertThat(scene.packedIn(hub, Scene.CABBAGE)).isEqualTo(new BigDecimal("1.200"));
        assertThat(scene.decimal("select quantity from balance where kind = 'HUB' and lot_id = ?1", apples).signum())
                .isEqualTo(0);
    }

    @Test
    void a_parcel_that_comes_to_hold_a_bad_lot_is_blocked_and_does_not_leave() {
        scene.pastaRecipe();
        UUID lot = scene.stocked(hub, Scene.PASTA, "100", tomorrow.plusDays(30));
        String parcel = pack("TEST_PASTA", tomorrow, List.of(scene.household(hub, 2, 0))).extract()
                .path("packed[0].parcelId");
        blocked(parcel, false);
        scene.as(hub.manager()).body(Map.of("packagingIntact", false, "looksRight", true, "smellsRight", true))
                .post("/api/v1/hubs/" + hub.id() + "/stock/" + lot + "/checks").then().statusCode(201);
        blocked(parcel, true);
        scene.as(hub.manager()).body(Map.of("hubId", hub.id(), "kind", "HOUSEHOLD", "parcelIds", List.of(parcel), "plannedFor",
                tomorrow.toString())).post("/api/v1/deliveries").then().statusCode(409)
                .body("violations.field", contains("lots." + lot));
        scene.as(hub.manager()).delete("/api/v1/parcels/" + parcel).then().statusCode(204);
        blocked(parcel, false);
    }

    private void blocked(String parcel, boolean expected) {
        scene.as(hub.manager()).get("/api/v1/parcels/" + parcel).then().body("blocked", equalTo(expected));
        scene.as(hub.manager()).queryParam("day", tomorrow.toString()).get("/api/v1/hubs/" + hub.id() + "/parcels").then()
                .body("items[0].blocked", equalTo(expected));
    }

    @Test
    void a_substitution_that_makes_no_sense_is_named() {
        List<UUID> one = List.of(scene.household(hub, 2, 0));
        packing(one, instead(Scene.PASTA, Scene.ORANGES, "1")).statusCode(400).body("violations.field",
                contains("substitutions[0].itemId"));
        packing(one, instead(Scene.APPLES, Scene.APPLES, "1")).statusCode(400).body("violations.field",
                contains("substitutions[0].substituteId"));
        packing(one, instead(Scene.APPLES, UUID.randomUUID(), "1")).statusCode(400).body("violations.field",
                contains("substitutions[0].substituteId"));
        packing(one, instead(Scene.APPLES, Scene.INFANT_MILK, "1")).statusCode(400).body("violations.field",
                contains("substitutions[0].substituteId"));
        packing(one, instead(Scene.APPLES, Scene.ORANGES, "0")).statusCode(400).body("violations.field",
                contains("substitutions[0].perUnit"));
        packing(one, instead(Scene.APPLES, Scene.ORANGES, "1"), instead(Scene.APPLES, Scene.ONIONS, "1")).statusCode(400)
                .body("violations.field", contains("substitutions[1].itemId"));
        assertThat(scene.count("select count(*) from parcel where hub_id = ?1", hub.id())).isEqualTo(0);
    }

    private static Map<String, Object> instead(UUID item, UUID substitute, String perUnit) {
        return Map.of("itemId", item, "substituteId", substitute, "perUnit", perUnit);
    }

    @SafeVarargs
    private ValidatableResponse packing(List<UUID> households, Map<String, Object>... substitutions) {
        return scene.as(hub.manager()).body(Map.of("recipe", "FRESH_KIT", "handOver", tomorrow.toString(), "householdIds",
                households, "substitutions", List.of(substitutions))).post("/api/v1/hubs/" + hub.id() + "/parcels").then();
    }

    @Test
    void a_paused_household_gets_none() {
        UUID household = scene.household(hub, 2, 0);
        scene.sql("update household set state = 'PAUSED' where id = ?1", household);
        pack("FRESH_KIT", tomorrow, List.of(household)).statusCode(201).body("notPacked[0].reason", equalTo("NOT_ACTIVE"));
    }

    @Test
    void two_managers_pack_the_last_kit_at_once_and_one_has_it() throws Exception {
        UUID one = scene.household(hub, 2, 0);
        UUID other = scene.household(hub, 3, 0);
        Map.of(Scene.APPLES, "0.800", Scene.ORANGES, "1.000", Scene.POTATOES, "0.750", Scene.CABBAGE, "1.200", Scene.ONIONS,
                "0.250").forEach((item, kg) -> scene.stocked(hub, item, kg, tomorrow.plusDays(9)));
        List<Response> answers = AtOnce.all(() -> packing(hub, "FRESH_KIT", tomorrow, List.of(one), null),
                () -> packing(hub, "FRESH_KIT", tomorrow, List.of(other), null));
        answers.forEach(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().mapToInt(answer -> answer.<List<?>>path("packed").size()).sum()).isEqualTo(1);
        assertThat(answers.stream().mapToInt(answer -> answer.<List<?>>path("notPacked").size()).sum()).isEqualTo(1);
    }

    @Test
    void the_same_households_packed_many_times_at_once_get_one_parcel_each() throws Exception {
        List<UUID> households = scene.householdsOf(hub, 20, i -> 2);
        List<UUID> reversed = new ArrayList<>(households);
        Collections.reverse(reversed);
        PRODUCE.forEach(item -> scene.stocked(hub, item, "1000", tomorrow.plusDays(9)));
        List<Callable<Response>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<UUID> order = i % 2 == 0 ? households : reversed;
            requests.add(() -> packing(hub, "FRESH_KIT", tomorrow, order, null));
        }
        List<Response> answers = AtOnce.all(requests.stream());
        answers.forEach(answer -> assertThat(answer.statusCode()).as(answer::asString).isEqualTo(201));
        assertThat(answers.stream().mapToInt(answer -> answer.<List<?>>path("packed").size()).sum()).isEqualTo(20);
        assertThat(scene.count("select count(*) from parcel where hub_id = ?1", hub.id())).isEqualTo(20);
    }

    @Test
    void each_wrong_field_is_named_and_nothing_is_packed() {
        UUID household = scene.household(hub, 2, 0);
        pack("CAKE", tomorrow, List.of(household)).statusCode(400).body("violations.field", contains("recipe"));
        pack("FRESH_KIT", tomorrow.minusDays(2), List.of(household)).statusCode(400).body("violations.field",
                contains("handOver"));
        pack("FRESH_KIT", tomorrow.plusYears(900), List.of(household)).statusCode(400).body("violations.field",
                contains("handOver"));
        pack("FRESH_KIT", tomorrow, List.of(household, household)).statusCode(400).body("violations.field",
                contains("householdIds[1]"));
        pack("FRESH_KIT", tomorrow, List.of()).statusCode(400).body("violations.field", hasItem("householdIds"));
        pack(hub, "FRESH_KIT", tomorrow, List.of(household), "BECAUSE").statusCode(400).body("violations.field",
                contains("extraReason"));
        assertThat(scene.count("select count(*) from parcel where hub_id = ?1", hub.id())).isEqualTo(0);
    }

    @Test
    void another_hubs_household_or_parcel_is_not_there() {
        OwnHub other = scene.hub();
        UUID own = scene.household(hub, 2, 0);
        UUID foreign = scene.household(other, 2, 0);
        PRODUCE.forEach(item -> scene.stocked(hub, item, "10", tomorrow.plusDays(9)));
        pack("FRESH_KIT", tomorrow, List.of(own, foreign)).statusCode(404);
        assertThat(scene.count("select count(*) from parcel where hub_id = ?1", hub.id())).isEqualTo(0);
        String parcel = pack("FRESH_KIT", tomorrow, List.of(own)).extract().path("packed[0].parcelId");
        scene.as(other.manager()).get("/api/v1/parcels/" + parcel).then().statusCode(404);
        scene.as(other.manager()).delete("/api/v1/parcels/" + parcel).then().statusCode(404);
        scene.as(other.manager()).get("/api/v1/hubs/" + hub.id() + "/parcels").then().statusCode(404);
        scene.as(hub.manager()).queryParam("day", tomorrow.toString())
                .get("/api/v1/hubs/" + hub.id() + "/parcels").then().statusCode(200)
                .body("items.id", contains(parcel)).body("items[0].lines", hasSize(5)).body("next", nullValue());
    }

    private ValidatableResponse pack(String recipe, LocalDate handOver, List<UUID> households) {
        return pack(hub, recipe, handOver, households, null);
    }

    private ValidatableResponse pack(OwnHub at, String recipe, LocalDate handOver, List<UUID> households, String extraReason) {
        return packing(at, recipe, handOver, households, extraReason).then();
    }

    private Response packing(OwnHub at, String recipe, LocalDate handOver, List<UUID> households, String extraReason) {
        Map<String, Object> body = new LinkedHashMap<>(
                Map.of("recipe", recipe, "handOver", handOver.toString(), "householdIds", households));
        if (extraReason != null) {
            body.put("extraReason", extraReason);
        }
        return scene.as(at.manager()).body(body).post("/api/v1/hubs/" + at.id() + "/parcels");
    }
}
