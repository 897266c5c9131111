package it.milanoaiuta.volunteers.organising;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.MARCO;
import static it.milanoaiuta.volunteers.City.PAOLO;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.volunteers.City;
import it.milanoaiuta.volunteers.Neighbours;

@QuarkusTest
class HelpRequestTest {

    private static final String REQUESTS = "food-hub.help-requests";
    private static final String HUBS = "food-hub.hubs";

    @Inject
    City city;

    @Inject
    Neighbours foodHub;

    final UUID hub = UUID.randomUUID();
    final UUID request = UUID.randomUUID();

    @BeforeEach
    void marcoManagesTheHub() {
        named(MARCO, LocalDate.now().minusDays(1), null);
    }

    @Test
    void a_hub_that_asks_for_help_gets_a_shift_of_its_own() {
        UUID shift = requested();
        given().get("/api/v1/shifts/{id}", shift).then().statusCode(200).body("opportunity.ownerKind", equalTo("HUB"))
                .body("opportunity.ownerId", equalTo(hub.toString())).body("opportunity.task", equalTo("PACKING"))
                .body("opportunity.place", nullValue()).body("roles.role", equalTo(List.of("LEAD", "PACKER")))
                .body("roles.capacity", equalTo(List.of(1, 6)));
        assertThat(city.told(shift)).containsExactly("ShiftOpened.v1");
    }

    @Test
    void a_task_and_a_role_that_are_not_known_yet_are_kept_as_they_are() {
        foodHub.tell(REQUESTS, "HelpRequested.v1", """
                {"helpRequestId": "%s", "hubId": "%s", "task": "COOKING", "start": "%s", "end": "%s",
                 "roles": [{"role": "CHEF", "capacity": 2}]}""".formatted(request, hub, inDays(3),
                inDays(3).plusSeconds(7200)));
        UUID shift = city.shiftFor(request);
        UUID person = somebody();
        signUp(person, shift, "CHEF", UUID.randomUUID()).then().statusCode(201).body("role", equalTo("CHEF"));
        given().get("/api/v1/shifts/{id}", shift).then().body("opportunity.task", equalTo("COOKING"))
                .body("roles.role", equalTo(List.of("CHEF"))).body("roles[0].taken", equalTo(1));
        String etag = given().get("/api/v1/shifts/{id}", shift).getHeader("ETag");
        as(MARCO).header("If-Match", etag).contentType("application/merge-patch+json").body("""
                {"roles": [{"role": "CHEF", "capacity": 3}, {"role": "PACKR", "capacity": 1}]}""")
                .patch("/api/v1/shifts/{id}", shift).then().statusCode(400)
                .body("violations.field", equalTo(List.of("roles[1].role")));
        as(MARCO).header("If-Match", etag).contentType("application/merge-patch+json").body("""
                {"roles": [{"role": "CHEF", "capacity": 3}, {"role": "PACKER", "capacity": 1}]}""")
                .patch("/api/v1/shifts/{id}", shift).then().statusCode(200).body("roles.capacity", equalTo(List.of(3, 1)));
        City.leave(person, shift).then().statusCode(204);
    }

    @Test
    void its_shift_is_where_the_hub_is_as_soon_as_the_hub_is_heard_of() {
        UUID shift = requested();
        foodHub.tell(HUBS, "HubOpened.v1", "{\"hubId\": \"%s\", \"municipio\": 9}".formatted(hub));
        given().get("/api/v1/shifts?ownerId={hub}&municipio=9", hub).then().statusCode(200).body("items.id",
                equalTo(List.of(shift.toString())));
    }

    @Test
    void the_same_request_never_becomes_two_shifts() {
        UUID shift = requested();
        UUID person = somebody();
        signUp(person, shift).then().statusCode(201);
        requested();
        given().get("/api/v1/shifts?ownerId={hub}", hub).then().body("items.size()", equalTo(1));
        assertThat(city.told(shift)).containsOnlyOnce("ShiftOpened.v1");
        noLongerNeeded();
        requested();
        city.soon(() -> assertThat(city.messages(person)).containsExactly("SHIFT_CANCELLED"));
        given().get("/api/v1/shifts/{id}", shift).then().body("state", equalTo("CANCELLED"));
    }

    @Test
    void help_no_longer_needed_cancels_the_shift_and_tells_who_was_in_it() {
        UUID shift = requested();
        UUID person = somebody();
        signUp(person, shift).then().statusCode(201);
        noLongerNeeded();
        noLongerNeeded();
        given().get("/api/v1/shifts/{id}", shift).then().body("state", equalTo("CANCELLED"));
        city.soon(() -> assertThat(city.messages(person)).containsExactly("SHIFT_CANCELLED"));
        assertThat(city.told(shift)).containsOnlyOnce("ShiftCancelled.v1");
    }

    @Test
    void help_no_longer_needed_for_a_shift_a_manager_cancelled_changes_nothing() {
        UUID shift = requested();
        as(MARCO).delete("/api/v1/shifts/{id}", shift).then().statusCode(204);
        noLongerNeeded();
        assertThat(city.told(shift)).containsExactly("ShiftOpened.v1", "ShiftCancelled.v1");
    }

    @Test
    void help_no_longer_needed_once_people_are_at_it_changes_nothing() {
        UUID shift = requested();
        city.moveIntoThePast(shift, Duration.ofMinutes(5));
        noLongerNeeded();
        given().get("/api/v1/shifts/{id}", shift).then().body("state", equalTo("OPEN"));
    }

    @Test
    void only_who_manages_the_hub_today_organises_its_shifts() {
        UUID shift = requested();
        as(PAOLO).delete("/api/v1/shifts/{id}", shift).then().statusCode(404);
        named(PAOLO, LocalDate.now().plusDays(2), null);
        as(PAOLO).get("/api/v1/shifts/{id}/sign-ups", shift).then().statusCode(404);
        named(PAOLO, LocalDate.now().minusDays(9), LocalDate.now().minusDays(2));
        as(PAOLO).get("/api/v1/shifts/{id}/sign-ups", shift).then().statusCode(404);
        named(PAOLO, LocalDate.now().minusDays(9), LocalDate.now().plusDays(2));
        as(PAOLO).get("/api/v1/shifts/{id}/sign-ups", shift).then().statusCode(200);
        foodHub.tell(HUBS, "ManagerRemoved.v1", "{\"hubId\": \"%s\", \"subject\": \"%s\"}".formatted(hub, PAOLO));
        as(PAOLO).get("/api/v1/shifts/{id}/sign-ups", shift).then().statusCode(404);
    }

    @Test
    void a_manager_opens_shifts_of_her_own_accord() {
        String opportunity = as(MARCO).body(Map.of("ownerKind", "HUB", "ownerId", hub, "task", "SORTING", "title",
                Map.of("it", "Smistiamo la frutta"))).post("/api/v1/opportunities").then().statusCode(201).extract().path("id");
        as(MARCO).body(City.times(inDays(2), Duration.ofHours(3), 4)).post("/api/v1/opportunities/{id}/shifts", opportunity)
                .then().statusCode(201);
    }

    private UUID requested() {
        foodHub.tell(REQUESTS, "HelpRequested.v1", foodHub.example("food-hub-service", "HelpRequested.v1", Map.of(
                "helpRequestId", request, "hubId", hub, "start", inDays(3).toString(), "end",
                inDays(3).plusSeconds(7200).toString())));
        return city.shiftFor(request);
    }

    private void noLongerNeeded() {
        foodHub.tell(REQUESTS, "HelpNoLongerNeeded.v1", foodHub.example("food-hub-service", "HelpNoLongerNeeded.v1",
                Map.of("helpRequestId", request, "hubId", hub)));
    }

    private void named(UUID person, LocalDate from, LocalDate until) {
        foodHub.tell(HUBS, "ManagerNamed.v1", "{\"hubId\": \"%s\", \"subject\": \"%s\", \"from\": \"%s\", \"until\": %s}"
                .formatted(hub, person, from, until == null ? "null" : "\"" + until + "\""));
    }
}
