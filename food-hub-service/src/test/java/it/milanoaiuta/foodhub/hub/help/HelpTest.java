package it.milanoaiuta.foodhub.hub.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.foodhub.copies.roster.Roster;
import it.milanoaiuta.platform.web.CityTime;

@QuarkusTest
class HelpTest {

    @Inject
    Scene scene;

    OwnHub hub;
    Instant start = Instant.now().plus(30, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    UUID shift = UUID.randomUUID();

    @BeforeEach
    void aHub() {
        hub = scene.hub();
    }

    @Test
    void a_request_is_told_and_filled_when_every_place_is_taken() {
        String request = asked();
        assertThat(scene.toldTypes(UUID.fromString(request))).isEqualTo(List.of("HelpRequested.v1"));
        opened(request);
        UUID one = confirmed("PACKER");
        expectState(request, "OPEN");
        confirmed("PACKER");
        confirmed("LEAD");
        expectState(request, "FILLED");
        scene.hear(Roster.TOPIC, "VolunteerLeft.v1", Map.of("shiftId", shift, "signUpId", one, "late", true));
        expectState(request, "OPEN");
    }

    @Test
    void the_roster_of_a_day_names_who_is_confirmed_by_id_alone() {
        String request = asked();
        opened(request);
        UUID signUp = UUID.randomUUID();
        UUID subject = UUID.randomUUID();
        confirmed(signUp, "LEAD", subject);
        confirmed(UUID.randomUUID(), "PACKER", null);
        LocalDate day = CityTime.dayOf(start);
        roster(hub.manager(), day).statusCode(200).body("items.role", containsInAnyOrder("LEAD", "PACKER"))
                .body("items.find { it.role == 'LEAD' }.subject", equalTo(subject.toString()))
                .body("items[0].helpRequestId", equalTo(request)).body("items[0].start", equalTo(start.toString()));
        roster(hub.manager(), day.plusDays(3)).body("items", empty());
        roster(scene.hub().manager(), day).statusCode(404);
        scene.hear(Roster.TOPIC, "VolunteerLeft.v1", Map.of("shiftId", shift, "signUpId", signUp, "late", false));
        roster(hub.manager(), day).body("items.role", contains("PACKER"));
    }

    @Test
    void a_changed_shift_is_on_the_roster_at_its_new_time_and_filled_by_its_new_places() {
        String request = asked();
        opened(request);
        confirmed("PACKER");
        confirmed("LEAD");
        expectState(request, "OPEN");
        start = start.plus(3, ChronoUnit.DAYS);
        told("ShiftChanged.v1", request, List.of(role("LEAD", 1), role("PACKER", 1)));
        expectState(request, "FILLED");
        roster(hub.manager(), CityTime.dayOf(start)).body("items.role", containsInAnyOrder("LEAD", "PACKER"))
                .body("items[0].start", equalTo(start.toString()));
        roster(hub.manager(), CityTime.dayOf(start).minusDays(3)).body("items", empty());
        told("ShiftChanged.v1", request, List.of(role("LEAD", 1), role("PACKER", 2), role("DRIVER", 1)));
        expectState(request, "OPEN");
        scene.hear(Roster.TOPIC, "ShiftCancelled.v1", Map.of("shiftId", shift, "reason", "OWNER"));
        told("ShiftChanged.v1", request, List.of(role("LEAD", 1)));
        expectState(request, "SHIFT_CANCELLED");
    }

    @Test
    void a_cancelled_shift_says_so_and_empties_the_roster() {
        String request = asked();
        opened(request);
        confirmed("PACKER");
        scene.hear(Roster.TOPIC, "ShiftCancelled.v1", Map.of("shiftId", shift, "reason", "ORGANISER"));
        expectState(request, "SHIFT_CANCELLED");
        roster(hub.manager(), CityTime.dayOf(start)).body("items", empty());
        shift = UUID.randomUUID();
        opened(request);
        expectState(request, "OPEN");
    }

    @Test
    void a_withdrawn_request_is_told_once_and_stays_so_whatever_is_heard_of_its_shift() {
        String request = asked();
        opened(request);
        for (int i = 0; i < 2; i++) {
            scene.as(hub.manager()).delete("/api/v1/help-requests/" + request).then().statusCode(204);
        }
        scene.hear(Roster.TOPIC, "ShiftCancelled.v1", Map.of("shiftId", shift, "reason", "REQUEST_WITHDRAWN"));
        expectState(request, "WITHDRAWN");
        assertThat(scene.toldTypes(UUID.fromString(request))).isEqualTo(List.of("HelpRequested.v1", "HelpNoLongerNeeded.v1"));
    }

    @Test
    void a_request_whose_shift_has_begun_is_not_taken_back() {
        String request = asked();
        opened(request);
        start = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        told("ShiftChanged.v1", request, List.of());
        scene.as(hub.manager()).delete("/api/v1/help-requests/" + request).then().statusCode(409).body("type",
                equalTo("/problems/shift-started"));
        expectState(request, "OPEN");
        assertThat(scene.toldTypes(UUID.fromString(request))).isEqualTo(List.of("HelpRequested.v1"));
        scene.hear(Roster.TOPIC, "ShiftCancelled.v1", Map.of("shiftId", shift, "reason", "ORGANISER"));
        scene.as(hub.manager()).delete("/api/v1/help-requests/" + request).then().statusCode(204);
        scene.sql("update roster_shift set cancelled = false where id = ?1", shift);
        scene.as(hub.manager()).delete("/api/v1/help-requests/" + request).then().statusCode(204);
    }

    @Test
    void one_whose_shift_we_have_not_heard_of_begins_when_it_said() {
        String request = asked();
        scene.sql("update help_request set starts_at = now() - interval '1 minute' where id = ?1", UUID.fromString(request));
        scene.as(hub.manager()).delete("/api/v1/help-requests/" + request).then().statusCode(409);
    }

    @Test
    void shifts_of_organisations_are_not_on_the_roster_and_unknown_ones_harm_nothing() {
        scene.hear(Roster.TOPIC, "ShiftOpened.v1",
                Map.of("shiftId", shift, "ownerKind", "ORGANISATION", "ownerId", UUID.randomUUID(),
                        "start", start, "end", start.plusSeconds(3600)));
        assertThat(scene.count("select count(*) from roster_shift where id = ?1", shift)).isEqualTo(0);
        scene.hear(Roster.TOPIC, "ShiftCancelled.v1", Map.of("shiftId", UUID.randomUUID(), "reason", "ORGANISER"));
        scene.hear(Roster.TOPIC, "VolunteerLeft.v1", Map.of("shiftId", UUID.randomUUID(), "signUpId", UUID.randomUUID()));
        opened(UUID.randomUUID().toString());
        confirmed("LEAD");
        roster(hub.manager(), CityTime.dayOf(start)).body("items.role", contains("LEAD"));
    }

    @Test
    void each_wrong_field_is_named_and_nothing_is_told() {
        expect(Map.of("task", "DANCING"), "task");
        expect(Map.of("start", Instant.now().minusSeconds(60).toString()), "start");
        expect(Map.of("end", start.toString()), "end");
        expect(Map.of("end", start.plus(25, ChronoUnit.HOURS).toString()), "end");
        expect(Map.of("roles", List.of()), "roles");
        expect(Map.of("roles", List.of(role("LEAD", 0))), "roles[0].capacity");
        expect(Map.of("roles", List.of(role("LEAD", 1), role("LEAD", 2))), "roles[1].role");
        expect(Map.of("roles", List.of(role("BOSS", 1))), "roles[0].role");
        assertThat(scene.count("select count(*) from help_request where hub_id = ?1", hub.id())).isEqualTo(0);
    }

    @Test
    void only_the_hubs_manager_asks_sees_and_withdraws() {
        String request = asked();
        for (UUID stranger : List.of(scene.hub().manager(), UUID.randomUUID())) {
            scene.as(stranger).body(aRequest()).post(path()).then().statusCode(404);
            scene.as(stranger).get(path()).then().statusCode(404);
            scene.as(stranger).delete("/api/v1/help-requests/" + request).then().statusCode(404);
        }
        expectState(request, "OPEN");
        scene.as(hub.manager()).delete("/api/v1/help-requests/" + UUID.randomUUID()).then().statusCode(404);
    }

    private String asked() {
        return scene.as(hub.manager()).body(aRequest()).post(path()).then().statusCode(201).body("state", equalTo("OPEN"))
                .body("roles.role", contains("PACKER", "LEAD")).extract().path("id");
    }

    private Map<String, Object> aRequest() {
        return new LinkedHashMap<>(
                Map.of("task", "PACKING", "start", start.toString(), "end", start.plusSeconds(7200).toString(),
                        "roles", List.of(role("LEAD", 1), role("PACKER", 2))));
    }

    private static Map<String, Object> role(String role, int capacity) {
        return Map.of("role", role, "capacity", capacity);
    }

    private void expect(Map<String, Object> wrong, String field) {
        Map<String, Object> asked = aRequest();
        asked.putAll(wrong);
        scene.as(hub.manager()).body(asked).post(path()).then().statusCode(400).body("violations.field", hasItem(field));
    }

    private void expectState(String request, String state) {
        scene.as(hub.manager()).get(path()).then().statusCode(200).body("items.find { it.id == '%s' }.state".formatted(request),
                equalTo(state));
    }

    private ValidatableResponse roster(UUID person, LocalDate day) {
        return scene.as(person).queryParam("day", day.toString()).get("/api/v1/hubs/" + hub.id() + "/roster").then();
    }

    private String path() {
        return "/api/v1/hubs/" + hub.id() + "/help-requests";
    }

    private void opened(String request) {
        told("ShiftOpened.v1", request, List.of());
    }

    private void told(String type, String request, List<Map<String, Object>> roles) {
        scene.hear(Roster.TOPIC, type,
                Map.of("shiftId", shift, "opportunityId", UUID.randomUUID(), "ownerKind", "HUB",
                        "ownerId", hub.id(), "helpRequestId", request, "start", start, "end", start.plusSeconds(7200), "roles",
                        roles));
    }

    private UUID confirmed(String role) {
        UUID signUp = UUID.randomUUID();
        confirmed(signUp, role, UUID.randomUUID());
        return signUp;
    }

    private void confirmed(UUID signUp, String role, UUID subject) {
        Map<String, Object> payload = new HashMap<>(Map.of("shiftId", shift, "signUpId", signUp, "personId", UUID.randomUUID(),
                "role", role, "ownerKind", "HUB", "ownerId", hub.id(), "start", start, "end", start.plusSeconds(7200)));
        payload.put("subject", subject);
        scene.hear(Roster.TOPIC, "VolunteerConfirmed.v1", payload);
    }
}
