package it.milanoaiuta.foodhub.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.platform.web.CityTime;

/** A hub with pasta, a household and a volunteer who brings. */
abstract class DeliveryScene {

    @Inject
    Scene scene;

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

    String packed() {
        return scene.as(hub.manager())
                .body(Map.of("recipe", "TEST_PASTA", "handOver", tomorrow.toString(), "householdIds", List.of(household)))
                .post("/api/v1/hubs/" + hub.id() + "/parcels").then().statusCode(201).body("packed", hasSize(1)).extract()
                .path("packed[0].parcelId");
    }

    String planned(String parcel) {
        return manager("deliveries", toHousehold(List.of(parcel), List.of(volunteer))).statusCode(201).body("state",
                equalTo("PLANNED")).extract().path("id");
    }

    Map<String, Object> toHousehold(List<String> parcels, List<UUID> assignees) {
        return new LinkedHashMap<>(Map.of("hubId", hub.id(), "kind", "HOUSEHOLD", "parcelIds", parcels, "plannedFor",
                tomorrow.toString(), "assignees", assignees));
    }

    static Map<String, Object> said(String outcome) {
        return new LinkedHashMap<>(
                Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "outcome", outcome));
    }

    ValidatableResponse confirm(UUID person, String delivery, Map<String, Object> said) {
        return post(person, "deliveries/" + delivery + "/confirmation", said);
    }

    ValidatableResponse manager(String path, Map<String, Object> body) {
        return post(hub.manager(), path, body);
    }

    ValidatableResponse post(UUID person, String path, Map<String, Object> body) {
        return (body == null ? scene.as(person) : scene.as(person).body(body)).post("/api/v1/" + path).then();
    }

    List<String> told(String delivery) {
        return scene.toldTypes(UUID.fromString(delivery));
    }
}
