package it.milanoaiuta.volunteers.attendance;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.PAOLO;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.in;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.known;
import static it.milanoaiuta.volunteers.City.opportunity;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.volunteers.City;

@QuarkusTest
class AttendanceTest {

    @Inject
    City city;

    final Instant checkIn = in(Duration.ofMinutes(-45));
    UUID shift;
    UUID volunteer;
    String person;

    /** From an hour ago to an hour from now. */
    @BeforeEach
    void aShiftIsUnderWay() {
        shift = shift(ANNA, opportunity(ANNA, verifiedOrganisation(ANNA)), inDays(3), 1);
        volunteer = somebody();
        signUp(volunteer, shift);
        signUp(somebody(), shift);
        city.moveIntoThePast(shift, Duration.ofHours(1));
        person = as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().extract().path("items[0].personId");
    }

    @Test
    void who_came_and_when_is_recorded_and_told() {
        recorded(person, in(Duration.ofMinutes(-50)), in(Duration.ofMinutes(-10))).statusCode(200);
        assertThat(city.told(shift)).endsWith("AttendanceRecorded.v1");
    }

    @Test
    void without_a_check_out_it_is_the_shifts_end() {
        String end = as(ANNA).get("/api/v1/shifts/{id}", shift).then().extract().path("end");
        recorded(person, in(Duration.ofMinutes(-50)), null).statusCode(200).body("checkOut", equalTo(end));
    }

    @Test
    void a_correction_keeps_what_stood_before_and_the_same_again_changes_nothing() {
        Instant checkIn = in(Duration.ofMinutes(-50));
        Instant checkOut = in(Duration.ofMinutes(-10));
        recorded(person, checkIn, checkOut).statusCode(200);
        recorded(person, checkIn, checkOut).statusCode(200);
        assertThat(city.corrections(shift)).isZero();
        recorded(person, checkIn, checkOut.minus(Duration.ofMinutes(10))).statusCode(200);
        assertThat(city.corrections(shift)).isEqualTo(1);
    }

    @Test
    void recorded_ten_times_at_once_is_one_attendance() {
        Instant checkIn = in(Duration.ofMinutes(-50));
        Instant checkOut = in(Duration.ofMinutes(-10));
        List<Integer> answers = AtOnce.all(Stream.<Callable<Integer>>generate(
                () -> () -> recorded(person, checkIn, checkOut).extract().statusCode()).limit(10));
        assertThat(answers).containsOnly(200);
        assertThat(city.told(shift)).containsOnlyOnce("AttendanceRecorded.v1");
    }

    @Test
    void only_the_confirmed_can_have_been_there() {
        String waiting = as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().extract().path("items[1].personId");
        wrong("personId", recorded(waiting, in(Duration.ofMinutes(-50)), null));
        wrong("personId", recorded(UUID.randomUUID().toString(), in(Duration.ofMinutes(-50)), null));
    }

    @Test
    void whoever_came_without_a_place_is_recorded_by_her_sign_in_and_takes_none() {
        UUID walkIn = known();
        String known = came(walkIn).statusCode(200).extract().path("personId");
        came(walkIn).statusCode(200).body("personId", equalTo(known));
        assertThat(city.told(shift)).containsOnlyOnce("AttendanceRecorded.v1");
        as(ANNA).get("/api/v1/shifts/{id}", shift).then().body("roles[0].taken", equalTo(1));
        as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().body("items.size()", equalTo(2));
        signUp(walkIn, shift(ANNA, opportunity(ANNA, verifiedOrganisation(ANNA)), inDays(3), 1)).then().statusCode(201);
    }

    @Test
    void a_confirmed_person_is_the_same_by_her_sign_in() {
        recorded(person, in(Duration.ofMinutes(-50)), null).statusCode(200);
        came(volunteer).statusCode(200).body("personId", equalTo(person));
    }

    @Test
    void a_walk_in_who_is_recorded_ten_times_at_once_is_one_person() {
        UUID walkIn = known();
        assertThat(AtOnce.all(Stream.<Callable<String>>generate(
                () -> () -> came(walkIn).statusCode(200).extract().path("personId")).limit(10)).stream().distinct()).hasSize(1);
    }

    @Test
    void whoever_never_signed_in_is_no_walk_in() {
        came(somebody()).statusCode(400).body("violations.field", equalTo(List.of("subject")))
                .body("violations[0].message", containsString("sign in once first"));
        assertThat(city.told(shift)).doesNotContain("AttendanceRecorded.v1");
    }

    @Test
    void somebody_new_is_recorded_by_name_corrected_by_her_id_and_her_name_is_in_the_vault_alone() {
        String fresh = named("Ludmilla Zappaterra").statusCode(200).body(not(containsString("Zappaterra"))).extract()
                .path("personId");
        assertThat(fresh).isNotIn(person, named("Ludmilla Zappaterra").statusCode(200).extract().path("personId"));
        recorded(fresh, in(Duration.ofMinutes(-50)), in(Duration.ofMinutes(-10))).statusCode(200).body("personId",
                equalTo(fresh));
        assertThat(city.corrections(shift)).isEqualTo(1);
        assertThat(city.row("select cast(count(*) as text) from vault_entry where kind = 'person' and id = '%s'"
                .formatted(fresh))).isEqualTo("1");
        assertThat(city.everythingTold()).noneMatch(event -> event.payload().contains("Zappaterra"));
        wrong("personId", named(" "));
    }

    @Test
    void nobody_is_at_two_places_at_once() {
        UUID elsewhere = shift(ANNA, opportunity(ANNA, verifiedOrganisation(ANNA)), inDays(3), 1);
        city.moveIntoThePast(elsewhere, Duration.ofHours(1));
        UUID walkIn = known();
        String her = present(walkIn, shift, Duration.ofMinutes(50), Duration.ofMinutes(20)).statusCode(200).extract()
                .path("personId");
        present(walkIn, elsewhere, Duration.ofMinutes(30), Duration.ofMinutes(10)).statusCode(409)
                .body("type", equalTo("/problems/present-elsewhere"));
        present(walkIn, elsewhere, Duration.ofMinutes(55), null).statusCode(409);
        present(walkIn, elsewhere, Duration.ofMinutes(20), Duration.ofMinutes(10)).statusCode(200);
        recorded(her, in(Duration.ofMinutes(-50)), in(Duration.ofMinutes(-15))).statusCode(409);
        assertThat(city.corrections(shift)).isZero();
        recorded(her, in(Duration.ofMinutes(-50)), in(Duration.ofMinutes(-25))).statusCode(200);
        assertThat(city.corrections(shift)).isEqualTo(1);
    }

    @Test
    void recorded_at_two_places_by_two_organisers_at_once_she_was_at_one() {
        for (int round = 0; round < 5; round++) {
            UUID elsewhere = shift(ANNA, opportunity(ANNA, verifiedOrganisation(ANNA)), inDays(3), 1);
            city.moveIntoThePast(elsewhere, Duration.ofHours(1));
            UUID walkIn = known();
            List<Integer> answers = AtOnce.all(
                    () -> present(walkIn, shift, Duration.ofMinutes(50), null).extract().statusCode(),
                    () -> present(walkIn, elsewhere, Duration.ofMinutes(40), null).extract().statusCode());
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    private static ValidatableResponse present(UUID subject, UUID shift, Duration since, Duration until) {
        Map<String, Object> presence = new HashMap<>(Map.of("subject", subject, "checkIn", in(since.negated()).toString()));
        if (until != null) {
            presence.put("checkOut", in(until.negated()).toString());
        }
        return as(ANNA).body(presence).post("/api/v1/shifts/{id}/attendances", shift).then();
    }

    private ValidatableResponse named(String name) {
        return as(ANNA).body(Map.of("name", name, "checkIn", checkIn.toString()))
                .post("/api/v1/shifts/{id}/attendances", shift).then();
    }

    @Test
    void who_came_is_said_in_one_way() {
        String checkIn = in(Duration.ofMinutes(-50)).toString();
        for (Map<String, String> presence : List.of(Map.of("checkIn", checkIn),
                Map.of("checkIn", checkIn, "personId", person, "subject", somebody().toString()),
                Map.of("checkIn", checkIn, "personId", person, "name", "Ada"))) {
            wrong("personId", as(ANNA).body(presence).post("/api/v1/shifts/{id}/attendances", shift).then());
        }
    }

    private ValidatableResponse came(UUID subject) {
        return as(ANNA).body(Map.of("subject", subject, "checkIn", checkIn.toString()))
                .post("/api/v1/shifts/{id}/attendances", shift).then();
    }

    @Test
    void impossible_times_are_refused_by_name() {
        wrong("checkIn", recorded(person, in(Duration.ofMinutes(5)), null));
        wrong("checkOut", recorded(person, in(Duration.ofMinutes(-50)), in(Duration.ofMinutes(5))));
        wrong("checkOut", recorded(person, in(Duration.ofMinutes(-10)), in(Duration.ofMinutes(-20))));
        wrong("checkIn", recorded(person, in(Duration.ofDays(-1)), null));
    }

    @Test
    void nobody_was_at_a_shift_that_has_not_begun() {
        UUID later = shift(ANNA, opportunity(ANNA, verifiedOrganisation(ANNA)), inDays(3), 1);
        as(ANNA).body(Map.of("personId", person, "checkIn", in(Duration.ZERO).toString()))
                .post("/api/v1/shifts/{id}/attendances", later).then().statusCode(409)
                .body("type", equalTo("/problems/shift-not-begun"));
    }

    @Test
    void only_the_owner_records() {
        as(PAOLO).body(Map.of("personId", person, "checkIn", in(Duration.ofMinutes(-50)).toString()))
                .post("/api/v1/shifts/{id}/attendances", shift).then().statusCode(404);
    }

    private static void wrong(String field, ValidatableResponse response) {
        response.statusCode(400).body("violations.field", equalTo(List.of(field)));
    }

    private ValidatableResponse recorded(String who, Instant checkIn, Instant checkOut) {
        Map<String, String> presence = new HashMap<>(Map.of("personId", who, "checkIn", checkIn.toString()));
        if (checkOut != null) {
            presence.put("checkOut", checkOut.toString());
        }
        return as(ANNA).body(presence).post("/api/v1/shifts/{id}/attendances", shift).then();
    }
}
