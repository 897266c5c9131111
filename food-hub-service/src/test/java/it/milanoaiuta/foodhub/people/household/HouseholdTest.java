package it.milanoaiuta.foodhub.people.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.people.neighbourhood.Neighbourhood;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class HouseholdTest {

    static final UUID SOMEBODY = UUID.randomUUID();

    @Inject
    Scene scene;

    OwnHub hub;

    @BeforeEach
    void aHub() {
        scene.catalogue();
        hub = scene.hub();
    }

    @Test
    void a_manager_files_a_household_that_is_known_by_a_code_alone() {
        Map<String, Object> asked = scene.aHousehold(hub, 2, 1);
        asked.put("neighbourhoodId", Neighbourhood.idOf("Isola"));
        asked.put("exclusions", List.of(Scene.PASTA));
        String id = scene.as(hub.manager()).body(asked).post("/api/v1/households").then().statusCode(201)
                .body("code", matchesPattern("FA-[2-9A-Z]{4}-[2-9A-Z]{4}")).body("members", equalTo(3))
                .body("state", equalTo("ACTIVE")).body("frequency", equalTo("CONTINUOUS"))
                .body("bands.band", contains("AGE_0_2", "AGE_30_64")).body("exclusions", contains(Scene.PASTA.toString()))
                .body("referrerOrganisationId", nullValue()).extract().path("id");
        scene.as(hub.manager()).get("/api/v1/households/" + id).then().statusCode(200).body("id", equalTo(id))
                .body("neighbourhoodId", equalTo(Neighbourhood.idOf("Isola").toString()));
    }

    @Test
    void a_member_of_a_verified_organisation_refers_a_household_and_sees_it_but_not_the_hubs_others() {
        UUID organisation = UUID.randomUUID();
        UUID member = UUID.randomUUID();
        scene.organisation(organisation, member);
        UUID ofTheHub = scene.household(hub, 1, 0);
        Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
        asked.put("referrerOrganisationId", organisation);
        String id = scene.as(member).body(asked).post("/api/v1/households").then().statusCode(201)
                .body("referrerOrganisationId", equalTo(organisation.toString())).extract().path("id");

        scene.as(member).get("/api/v1/households/" + id).then().statusCode(200);
        scene.as(member).get("/api/v1/households/" + ofTheHub).then().statusCode(404);
        scene.as(member).get("/api/v1/hubs/" + hub.id() + "/households").then().statusCode(200).body("items.id", contains(id));
        UUID elsewhere = UUID.randomUUID();
        scene.organisation(UUID.randomUUID(), elsewhere);
        scene.as(elsewhere).get("/api/v1/hubs/" + hub.id() + "/households").then().statusCode(200).body("items", hasSize(0));
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/households").then().statusCode(200).body("items.id",
                containsInAnyOrder(id, ofTheHub.toString()));
    }

    @Test
    void a_suspended_organisation_refers_nobody_new() {
        UUID organisation = UUID.randomUUID();
        UUID member = UUID.randomUUID();
        scene.organisation(organisation, member);
        scene.sql("update organisation set state = 'SUSPENDED' where id = ?1", organisation);
        Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
        asked.put("referrerOrganisationId", organisation);
        scene.as(member).body(asked).post("/api/v1/households").then().statusCode(409).body("type",
                equalTo("/problems/organisation-not-verified"));
    }

    @Test
    void the_households_of_a_suspended_one_stay_served_with_the_city_in_its_place_until_it_is_reinstated() {
        UUID organisation = UUID.randomUUID();
        UUID member = UUID.randomUUID();
        scene.organisation(organisation, member);
        Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
        asked.put("referrerOrganisationId", organisation);
        String id = scene.as(member).body(asked).post("/api/v1/households").then().statusCode(201).extract().path("id");
        String path = "/api/v1/households/" + id;
        String list = "/api/v1/hubs/" + hub.id() + "/households";

        scene.hear("volunteers.organisations", "OrganisationSuspended.v1", Map.of("organisationId", organisation));
        scene.as(member).get(path).then().statusCode(404);
        scene.as(member).get(list).then().statusCode(404);
        scene.as(hub.manager()).get(path).then().statusCode(200).body("state", equalTo("ACTIVE"))
                .body("referrerOrganisationId", nullValue());
        scene.pastaRecipe();
        scene.stocked(hub, Scene.PASTA, "20", LocalDate.now(CityTime.ZONE).plusDays(90));
        scene.as(hub.manager()).body(Map.of("recipe", "TEST_PASTA", "handOver", LocalDate.now(CityTime.ZONE).toString(),
                "householdIds", List.of(id))).post("/api/v1/hubs/" + hub.id() + "/parcels").then().body("packed", hasSize(1));

        scene.hear("volunteers.organisations", "OrganisationReinstated.v1", Map.of("organisationId", organisation));
        scene.as(member).get(path).then().statusCode(200).body("referrerOrganisationId", equalTo(organisation.toString()));
        scene.as(member).get(list).then().body("items.id", contains(id));
    }

    @Test
    void an_operator_files_for_a_caller_and_sees_what_she_filed() {
        UUID operator = UUID.randomUUID();
        String id = scene.as(operator, "operator").body(scene.aHousehold(hub, 2, 0)).post("/api/v1/households").then()
                .statusCode(201).extract().path("id");
        scene.as(operator, "operator").get("/api/v1/households/" + id).then().statusCode(200);
        scene.as(UUID.randomUUID(), "operator").get("/api/v1/households/" + id).then().statusCode(404);
    }

    @Test
    void whoever_is_neither_manager_nor_member_files_and_sees_nothing() {
        UUID household = scene.household(hub, 2, 0);
        OwnHub other = scene.hub();
        for (UUID stranger : List.of(SOMEBODY, other.manager())) {
            scene.as(stranger).body(scene.aHousehold(hub, 2, 0)).post("/api/v1/households").then().statusCode(404);
            scene.as(stranger).get("/api/v1/households/" + household).then().statusCode(404);
            scene.as(stranger).get("/api/v1/hubs/" + hub.id() + "/households").then().statusCode(404);
        }
        Map<String, Object> foreignReferrer = scene.aHousehold(other, 2, 0);
        UUID organisation = UUID.randomUUID();
        scene.organisation(organisation, UUID.randomUUID());
        foreignReferrer.put("referrerOrganisationId", organisation);
        scene.as(other.manager()).body(foreignReferrer).post("/api/v1/households").then().statusCode(404);
        assertThat(scene.count("select count(*) from household where hub_id = ?1", hub.id())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, bands", "20, 1, bands", "-1, 2, bands[0].female", "21, 0, bands[0].female"})
    void a_household_has_one_to_twenty_members(int adults, int infants, String field) {
        scene.as(hub.manager()).body(scene.aHousehold(hub, adults, infants)).post("/api/v1/households").then().statusCode(400)
                .body("violations.field", hasItem(field));
        assertThat(scene.count("select count(*) from household where hub_id = ?1", hub.id())).isEqualTo(0);
    }

    @Test
    void each_wrong_field_is_named() {
        expect(Map.of("municipio", 10), "municipio");
        expect(Map.of("deliveryMode", "DRONE"), "deliveryMode");
        expect(Map.of("exclusions", List.of(Scene.PASTA, UUID.randomUUID())), "exclusions[1]");
        expect(Map.of("neighbourhoodId", UUID.randomUUID()), "neighbourhoodId");
        expect(Map.of("birthDate", "1980-01-01"), "birthDate");
        expect(Map.of("bands", List.of(band("AGE_0_2"), band("AGE_0_2"))), "bands[1].band");
        expect(Map.of("bands", List.of(band("AGE_1_2"))), "bands[0].band");
        expect(Map.of("bands", List.of()), "bands");
    }

    private void expect(Map<String, Object> wrong, String field) {
        Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
        asked.putAll(wrong);
        scene.as(hub.manager()).body(asked).post("/api/v1/households").then().statusCode(400).body("violations.field",
                hasItem(field));
    }

    private static Map<String, Object> band(String band) {
        return Map.of("band", band, "female", 1, "male", 0, "notStated", 0);
    }

    @Test
    void a_hubs_households_come_page_by_page() {
        for (int i = 0; i < 5; i++) {
            scene.household(hub, 1, 0);
        }
        String path = "/api/v1/hubs/" + hub.id() + "/households";
        String next = scene.as(hub.manager()).queryParam("limit", 3).get(path).then().log().ifValidationFails().statusCode(200)
                .body("items", hasSize(3)).extract()
                .path("next");
        scene.as(hub.manager()).queryParam("limit", 3).queryParam("cursor", next).get(path).then().statusCode(200)
                .body("items", hasSize(2))
                .body("next", nullValue());
    }
}
