package it.milanoaiuta.foodhub.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.platform.web.CityTime;

/** When and to whom a household's door is shown. */
@QuarkusTest
class DoorTest {

    @Inject
    Scene scene;

    @Inject
    DeliveryRules rules;

    OwnHub hub;
    UUID volunteer;
    String household;
    UUID delivery;
    /** Days ahead, so that no midnight comes between. */
    LocalDate day = LocalDate.now(CityTime.ZONE).plusDays(5);

    @BeforeEach
    void aDeliveryOfAParcelAndItsVolunteer() {
        scene.catalogue();
        scene.pastaRecipe();
        hub = scene.hub();
        volunteer = scene.volunteer(hub);
        Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
        asked.put("contact", Map.of("name", "Zenobia", "phone", "02 8845 1234", "email", "zenobia@example.org", "address",
                "Via dei Transiti 28", "stair", "B", "floor", "3", "language", "ar"));
        household = manager("households", asked, 201).path("id");
        scene.stocked(hub, Scene.PASTA, "100", day.plusDays(90));
        String parcel = manager("hubs/" + hub.id() + "/parcels",
                Map.of("recipe", "TEST_PASTA", "handOver", day.toString(), "householdIds", List.of(household)), 201)
                .path("packed[0].parcelId");
        delivery = UUID.fromString(manager("deliveries", Map.of("hubId", hub.id(), "kind", "HOUSEHOLD", "parcelIds",
                List.of(parcel), "plannedFor", day.toString(), "assignees", List.of(volunteer)), 201).path("id"));
    }

    private Response manager(String path, Map<String, Object> body, int expected) {
        return scene.as(hub.manager()).body(body).post("/api/v1/" + path).then().statusCode(expected).extract().response();
    }

    private Response door(UUID person, String... roles) {
        return scene.as(person, roles).get("/api/v1/me/deliveries/" + delivery + "/contact");
    }

    private void itsDayHasCome() {
        scene.sql("update delivery set planned_for = planned_for - 6 where id = ?1", delivery);
    }

    @Test
    void who_brings_it_sees_the_door_and_no_more_and_it_is_on_record() {
        itsDayHasCome();
        door(volunteer).then().statusCode(200).header("Cache-Control", containsString("no-store"))
                .body("name", equalTo("Zenobia")).body("address", equalTo("Via dei Transiti 28")).body("stair", equalTo("B"))
                .body("floor", equalTo("3")).body("phone", equalTo("+390288451234"))
                .body("keySet()", hasSize(5)).body(not(containsString("example.org")));
        assertThat(scene.count("""
                select count(*) from vault_read where reader = ?1 and purpose = 'DELIVERY' and ids = array[?2]
                and fields = array['address', 'floor', 'name', 'phone', 'stair']""", volunteer, UUID.fromString(household)))
                .isEqualTo(1);
        scene.as(volunteer).get("/api/v1/households/" + household + "/contact?purpose=DELIVERY").then().statusCode(404);
    }

    @Test
    void nobody_else_sees_it_there() {
        itsDayHasCome();
        UUID another = scene.volunteer(hub);
        for (UUID person : List.of(another, hub.manager(), UUID.randomUUID(), scene.hub().manager())) {
            door(person).then().statusCode(404);
        }
        door(UUID.randomUUID(), "coordinator").then().statusCode(404);
        door(UUID.randomUUID(), "operator").then().statusCode(404);
        assertThat(scene.count("select count(*) from vault_read where ids = array[?1]", UUID.fromString(household)))
                .isEqualTo(0);
        scene.as(volunteer).get("/api/v1/me/deliveries/" + UUID.randomUUID() + "/contact").then().statusCode(404);
    }

    @Test
    void days_before_it_is_not_shown() {
        door(volunteer).then().statusCode(404);
    }

    @Test
    void once_closed_it_is_not_shown_any_more() {
        itsDayHasCome();
        scene.as(hub.manager()).post("/api/v1/deliveries/" + delivery + "/loading").then().statusCode(200);
        door(volunteer).then().statusCode(200);
        scene.as(volunteer)
                .body(Map.of("id", UUID.randomUUID(), "occurredAt", Instant.now().toString(), "outcome", "DELIVERED"))
                .post("/api/v1/deliveries/" + delivery + "/confirmation").then().statusCode(200);
        door(volunteer).then().statusCode(404);
    }

    @Test
    void who_left_the_hubs_shift_is_not_shown_it_though_the_plan_still_names_her() {
        itsDayHasCome();
        scene.sql("delete from roster_place where subject = ?1", volunteer);
        door(volunteer).then().statusCode(404);
    }

    @Test
    void while_our_copy_of_the_shifts_is_old_she_waits() {
        itsDayHasCome();
        UUID blocked = UUID.randomUUID();
        scene.sql("insert into inbox_stream values ('volunteers', 'volunteers.shifts', ?1, 0, now())", blocked);
        try {
            door(volunteer).then().statusCode(503);
            door(UUID.randomUUID()).then().statusCode(404);
        } finally {
            scene.sql("delete from inbox_stream where aggregate_id = ?1", blocked);
        }
        door(volunteer).then().statusCode(200);
    }

    @Test
    void an_erased_household_has_no_door() {
        itsDayHasCome();
        scene.as(hub.manager()).post("/api/v1/households/" + household + "/erasure").then().statusCode(200);
        door(volunteer).then().statusCode(404);
    }

    @Test
    void twelve_hours_before_its_day_is_noon_the_day_before_in_milan_in_winter_and_in_summer() {
        for (String noon : List.of("2027-01-14T11:00:00Z", "2027-07-14T10:00:00Z")) {
            Delivery planned = Delivery.toHousehold(hub.id(), UUID.randomUUID(), LocalDate.parse(noon.substring(0, 8) + "15"),
                    Instant.parse("2026-01-01T00:00:00Z"));
            for (Instant shift : List.of(Instant.MIN, Instant.parse(noon).minusSeconds(3600))) {
                assertThat(planned.showsTheDoor(Instant.parse(noon), shift, rules)).as(noon).isTrue();
                assertThat(planned.showsTheDoor(Instant.parse(noon).minusMillis(1), shift, rules)).as(noon).isFalse();
            }
            planned.cancel();
            assertThat(planned.showsTheDoor(Instant.parse(noon), Instant.MIN, rules)).as(noon).isFalse();
        }
    }

    @Test
    void it_is_shown_from_twelve_hours_before_her_shift_that_day() {
        Delivery planned = Delivery.toHousehold(hub.id(), UUID.randomUUID(), LocalDate.parse("2027-01-15"),
                Instant.parse("2026-01-01T00:00:00Z"));
        Instant shift = Instant.parse("2027-01-15T17:00:00Z");
        assertThat(planned.showsTheDoor(Instant.parse("2027-01-15T04:59:59Z"), shift, rules)).isFalse();
        assertThat(planned.showsTheDoor(Instant.parse("2027-01-15T05:00:00Z"), shift, rules)).isTrue();
    }

    @Test
    void the_hour_of_her_shift_counts_and_a_shift_of_another_day_opens_nothing() {
        Instant now = Instant.now();
        LocalDate today = LocalDate.now(CityTime.ZONE);
        scene.sql("update delivery set planned_for = ?1 where id = ?2", today, delivery);
        scene.sql("delete from roster_place where subject = ?1", volunteer);
        scene.onShift(hub, volunteer, now.minus(Duration.ofDays(366)), now.minus(Duration.ofDays(365)));
        door(volunteer).then().statusCode(404);
        UUID shift = scene.onShift(hub, volunteer, now.minusSeconds(60), now.plusSeconds(3600));
        door(volunteer).then().statusCode(200);
        scene.sql("update roster_shift set cancelled = true where id = ?1", shift);
        door(volunteer).then().statusCode(404);
    }
}
