package it.milanoaiuta.foodhub.figures;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.foodhub.City;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;

@QuarkusTest
class FiguresTest {

    static final UUID ELENA = UUID.randomUUID();

    @Inject
    Scene scene;

    LocalDate today = LocalDate.now(City.ZONE);

    @Test
    void aHubsDayIsWhatItTookInPackedAndHandedOverAndTheTotalCountsACaseOnce() {
        scene.catalogue();
        scene.pastaRecipe();
        long householdsBefore = number(figures(), "total.households");
        OwnHub hub = scene.hub();
        scene.stocked(hub, Scene.PASTA, "100", today.plusDays(90));
        scene.stocked(hub, Scene.NAPPIES, "5", today.plusYears(1));
        UUID household = scene.household(hub, 2, 1);
        handedOver(hub, household, null);
        handedOver(hub, household, "EMERGENCY");
        String left = packed(hub, scene.household(hub, 4, 0), null);
        scene.as(hub.manager()).delete("/api/v1/parcels/" + left).then().statusCode(204);
        packed(hub, scene.household(hub, 3, 0), null);

        // 100 packs of 0.5 kg and 5 of nappies of 1 kg in, 16 packs out: 8 kg, at 0.5 kg a meal
        // what came in an hour ago may have come in yesterday
        String in = "days.find { it.hubId == '%s' && it.kgIn != '0.000' }.kgIn".formatted(hub.id());
        String day = "days.find { it.hubId == '%s' && it.parcelsPacked > 0 }.".formatted(hub.id());
        figures().statusCode(200).body(in, equalTo("55.000")).body(day + "kgHandedOver", equalTo("8.000"))
                .body(day + "kgFoodHandedOver", equalTo("8.000")).body(day + "meals", equalTo(16))
                .body(day + "households", equalTo(1)).body(day + "people", equalTo(3)).body(day + "parcelsPacked", equalTo(3))
                .body(day + "parcelsHandedOver", equalTo(2)).body("mealFactors", hasSize(1))
                .body("mealFactors[0].kgPerMeal", equalTo("0.500"));
        assertEquals(householdsBefore + 1, number(figures(), "total.households"));
        assertEquals(0, scene.figureDifferences());
    }

    @Test
    void onlyTheCoordinatorAndServicesSeeThem() {
        for (String role : List.of("coordinator", "service")) {
            scene.as(ELENA, role).queryParam("from", "2026-01-01").queryParam("to", "2026-01-31").get("/api/v1/figures").then()
                    .statusCode(200);
        }
        scene.as(ELENA).queryParam("from", "2026-01-01").queryParam("to", "2026-01-31").get("/api/v1/figures").then()
                .statusCode(403);
    }

    @Test
    void aPeriodHasBothEndsInOrderAndAtMostAYear() {
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
