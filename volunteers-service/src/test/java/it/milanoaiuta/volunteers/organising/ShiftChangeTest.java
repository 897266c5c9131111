package it.milanoaiuta.volunteers.organising;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.in;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.volunteers.City;
import it.milanoaiuta.volunteers.OrganisedShifts;

/** The owner moves a shift or changes its places while people are in it. */
@QuarkusTest
class ShiftChangeTest extends OrganisedShifts {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Test
    void more_places_confirm_the_first_who_wait_and_tell_them() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        List<UUID> people = signedUp(shift, 4);
        change(shift, packers(3)).then().statusCode(200).body("roles[0].capacity", equalTo(3))
                .body("roles[0].taken", equalTo(3)).body("roles[0].waiting", equalTo(1));
        assertThat(people.stream().map(person -> stateOf(person, shift)))
                .containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED", "WAITING");
        assertThat(city.messages(people.get(1))).containsExactly("PROMOTED");
        assertThat(city.told(shift)).containsExactly("ShiftOpened.v1", "VolunteerConfirmed.v1", "ShiftChanged.v1",
                "VolunteerConfirmed.v1", "VolunteerConfirmed.v1");
    }

    @Test
    void a_place_more_on_the_day_before_is_asked_about_in_turn_and_in_the_last_hours_all_are_asked() {
        UUID tomorrow = shift(ANNA, opportunity, in(Duration.ofHours(23)), 1);
        UUID soon = shift(ANNA, opportunity, in(Duration.ofHours(1)), 1);
        List<UUID> inTurn = signedUp(tomorrow, 3);
        List<UUID> asked = signedUp(soon, 3);
        change(tomorrow, packers(2)).then().statusCode(200).body("roles[0].taken", equalTo(1));
        change(soon, packers(2)).then().statusCode(200).body("roles[0].taken", equalTo(1));
        city.firstIsAsked(tomorrow, inTurn.get(1));
        assertThat(city.messages(inTurn.get(2))).isEmpty();
        asked.subList(1, 3).forEach(person -> assertThat(city.messages(person)).containsExactly("PLACE_FREE"));
    }

    @Test
    void fewer_places_than_people_hold_are_refused_with_their_number() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 3);
        signedUp(shift, 2);
        change(shift, packers(1)).then().statusCode(409).body("type", equalTo("/problems/places-taken"))
                .body("detail", containsString("2")).body("violations.field", equalTo(List.of("roles[0].capacity")));
        change(shift, packers(2)).then().statusCode(200).body("roles[0].capacity", equalTo(2));
        assertThat(city.told(shift)).containsOnlyOnce("ShiftChanged.v1");
    }

    @Test
    void a_moved_shift_takes_everybody_along_and_tells_them() {
        Instant start = inDays(3);
        Instant later = start.plus(Duration.ofDays(1));
        UUID shift = shift(ANNA, opportunity, start, 1);
        List<UUID> people = signedUp(shift, 2);
        change(shift, Map.of("start", later.toString(), "end", later.plusSeconds(3600).toString())).then().statusCode(200)
                .body("start", equalTo(later.toString())).body("roles[0].taken", equalTo(1));
        people.forEach(person -> {
            city.soon(() -> assertThat(city.messages(person)).containsExactly("SHIFT_MOVED"));
            assertThat(OrganisedShifts.<String>mine(person, shift, "start")).isEqualTo(later.toString());
        });
        signUp(people.get(0), shift(ANNA, opportunity, start, 1)).then().statusCode(201);
        signUp(people.get(0), shift(ANNA, opportunity, later, 1)).then().statusCode(409);
    }

    @Test
    void a_time_at_which_confirmed_people_are_elsewhere_is_refused_with_their_number() {
        Instant start = inDays(3);
        UUID shift = shift(ANNA, opportunity, start, 3);
        List<UUID> people = signedUp(shift, 4);
        UUID elsewhere = shift(ANNA, opportunity, start.plus(Duration.ofHours(5)), 5);
        List.of(0, 2, 3).forEach(i -> signUp(people.get(i), elsewhere).then().statusCode(201));
        Map<String, Object> onTop = Map.of("start", start.plus(Duration.ofHours(4)).toString(), "end",
                start.plus(Duration.ofHours(6)).toString());
        change(shift, onTop).then().statusCode(409).body("type", equalTo("/problems/confirmed-elsewhere"))
                .body("detail", containsString("2"));
        assertThat(OrganisedShifts.<String>mine(people.get(0), shift, "start")).isEqualTo(start.toString());
        assertThat(city.messages(people.get(0))).isEmpty();
        leave(people.get(0), elsewhere);
        leave(people.get(2), elsewhere);
        change(shift, onTop).then().statusCode(200);
        assertThat(stateOf(people.get(3), shift)).isEqualTo("WAITING");
    }

    @Test
    void whoever_is_elsewhere_at_the_new_time_is_let_go_if_the_owner_says_so_and_her_place_goes_to_who_waits() {
        Instant start = inDays(3);
        UUID shift = shift(ANNA, opportunity, start, 2);
        List<UUID> people = signedUp(shift, 4);
        UUID elsewhere = shift(ANNA, opportunity, start.plus(Duration.ofHours(5)), 5);
        List.of(0, 2).forEach(i -> signUp(people.get(i), elsewhere).then().statusCode(201));
        Map<String, Object> onTop = Map.of("start", start.plus(Duration.ofHours(4)).toString(), "end",
                start.plus(Duration.ofHours(6)).toString());
        as(ANNA).header("If-Match", etag(shift)).body(onTop).patch("/api/v1/shifts/{id}?release=true", shift).then()
                .statusCode(200).body("roles[0].taken", equalTo(2)).body("roles[0].waiting", equalTo(1));
        assertThat(people.stream().map(person -> stateOf(person, shift)))
                .containsExactly("REMOVED", "CONFIRMED", "WAITING", "CONFIRMED");
        assertThat(city.messages(people.get(0))).containsExactly("RELEASED");
        city.soon(() -> {
            assertThat(city.messages(people.get(1))).containsExactly("SHIFT_MOVED");
            assertThat(city.messages(people.get(3))).containsExactlyInAnyOrder("SHIFT_MOVED", "PROMOTED");
        });
        assertThat(stateOf(people.get(0), elsewhere)).isEqualTo("CONFIRMED");
        assertThat(city.told(shift)).containsExactly("ShiftOpened.v1", "VolunteerConfirmed.v1", "VolunteerConfirmed.v1",
                "VolunteerLeft.v1", "ShiftChanged.v1", "VolunteerConfirmed.v1");
        as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().body("items[0].late", equalTo(false));
        restore(people.get(0), shift).then().statusCode(409).body("type", equalTo("/problems/nothing-to-undo"));
    }

    @Test
    void a_move_that_lets_people_go_while_they_sign_up_elsewhere_never_puts_them_in_two_places() {
        for (int round = 0; round < 5; round++) {
            Instant start = inDays(3 + 2 * round);
            Instant other = start.plus(Duration.ofDays(1));
            UUID shift = shift(ANNA, opportunity, start, 3);
            UUID elsewhere = shift(ANNA, opportunity, other, 3);
            List<UUID> people = signedUp(shift, 3);
            String seen = etag(shift);
            Map<String, Object> onTop = Map.of("start", other.toString(), "end", other.plusSeconds(3600).toString());
            List<Callable<Integer>> rush = new ArrayList<>();
            rush.add(() -> as(ANNA).header("If-Match", seen).body(onTop).patch("/api/v1/shifts/{id}?release=true", shift)
                    .statusCode());
            people.forEach(person -> rush.add(() -> signUp(person, elsewhere).statusCode()));
            List<Integer> answers = AtOnce.all(rush.stream());
            assertThat(answers.get(0)).isEqualTo(200);
            for (int i = 0; i < people.size(); i++) {
                assertThat(stateOf(people.get(i), shift))
                        .isEqualTo(answers.get(i + 1) == 201 ? "REMOVED" : "CONFIRMED");
            }
        }
    }

    @Test
    void who_could_not_come_at_the_old_time_gets_the_free_place_at_the_new_one() {
        Instant start = inDays(3);
        UUID shift = shift(ANNA, opportunity, start, 1);
        List<UUID> people = signedUp(shift, 2);
        signUp(people.get(1), shift(ANNA, opportunity, start, 1)).then().statusCode(201);
        leave(people.get(0), shift);
        assertThat(stateOf(people.get(1), shift)).isEqualTo("WAITING");
        change(shift, Map.of("start", start.plus(Duration.ofHours(2)).toString(), "end",
                start.plus(Duration.ofHours(4)).toString())).then().statusCode(200);
        assertThat(stateOf(people.get(1), shift)).isEqualTo("CONFIRMED");
    }

    @Test
    void whoever_is_free_since_her_shift_was_moved_comes_from_the_waiting_list_elsewhere() {
        Instant start = inDays(3);
        UUID shift = shift(ANNA, opportunity, start, 1);
        UUID person = signedUp(shift, 1).get(0);
        UUID elsewhere = shift(ANNA, opportunity, start, 1);
        UUID first = signedUp(elsewhere, 1).get(0);
        signUp(person, elsewhere).then().statusCode(201);
        leave(first, elsewhere);
        change(shift, Map.of("start", start.plus(Duration.ofDays(1)).toString(), "end",
                start.plus(Duration.ofHours(25)).toString())).then().statusCode(200);
        city.soon(() -> assertThat(stateOf(person, elsewhere)).isEqualTo("CONFIRMED"));
    }

    @Test
    void a_role_may_be_added_and_none_taken_away() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        change(shift, Map.of("roles", List.of(role("DRIVER", 2)))).then().statusCode(400).body("violations.field",
                hasItem("roles"));
        change(shift, Map.of("roles", List.of(role("PACKER", 1), role("DRIVER", 2)))).then().statusCode(200)
                .body("roles.role", equalTo(List.of("DRIVER", "PACKER")));
        signUp(somebody(), shift, "DRIVER", UUID.randomUUID()).then().statusCode(201);
    }

    @Test
    void what_was_not_read_is_not_changed() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        String seen = etag(shift);
        as(ANNA).body(packers(2)).patch("/api/v1/shifts/{id}", shift).then().statusCode(428);
        String now = changeSeen(seen, shift, packers(2)).then().statusCode(200).extract().header("ETag");
        changeSeen(seen, shift, packers(3)).then().statusCode(412);
        signedUp(shift, 1);
        changeSeen(now, shift, packers(3)).then().statusCode(200);
        changeSeen("nonsense", shift, packers(4)).then().statusCode(412);
    }

    @Test
    void of_ten_changes_at_once_one_is_made() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        String seen = etag(shift);
        List<Integer> answers = AtOnce.all(IntStream.range(2, 12).mapToObj(
                places -> () -> changeSeen(seen, shift, packers(places)).statusCode()));
        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void a_shift_that_has_begun_or_was_cancelled_stays_as_it_is() {
        UUID begun = shift(ANNA, opportunity, inDays(3), 1);
        city.moveIntoThePast(begun, Duration.ofMinutes(5));
        change(begun, packers(2)).then().statusCode(409).body("type", equalTo("/problems/shift-started"));
        UUID cancelled = shift(ANNA, opportunity, inDays(3), 1);
        as(ANNA).delete("/api/v1/shifts/{id}", cancelled);
        change(cancelled, packers(2)).then().statusCode(409).body("type", equalTo("/problems/shift-cancelled"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "start | {\"start\": null}",
            "start | {\"start\": \"2020-01-01T00:00:00Z\"}",
            "start | {\"start\": \"tomorrow\"}",
            "start | {\"start\": \"+999999999-01-01T00:00:00Z\"}",
            "end | {\"end\": \"2020-01-01T00:00:00Z\"}",
            "end | {\"end\": \"2999-01-01T00:00:00Z\"}",
            "roles | {\"roles\": []}",
            "roles | {\"roles\": null}",
            "roles[0] | {\"roles\": [null]}",
            "roles[0].role | {\"roles\": [{\"capacity\": 1}]}",
            "roles[0].capacity | {\"roles\": [{\"role\": \"PACKER\", \"capacity\": 0}]}",
            "roles[0].capacity | {\"roles\": [{\"role\": \"PACKER\", \"capacity\": 99999999999}]}",
            "roles[0].capacity | {\"roles\": [{\"role\": \"PACKER\", \"capacity\": 1.5}]}",
            "roles[1].role | {\"roles\": [{\"role\": \"PACKER\", \"capacity\": 1}, {\"role\": \"PACKER\", \"capacity\": 2}]}",
            "minimumStaffing | {\"minimumStaffing\": 9}",
            "minimumStaffing | {\"minimumStaffing\": -1}",
            "title | {\"title\": {\"it\": \"B\"}}",
            "state | {\"state\": \"CANCELLED\"}"})
    void a_wrong_change_names_its_field_and_changes_nothing(String field, String patch) {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        String before = given().get("/api/v1/shifts/{id}", shift).asString();
        as(ANNA).contentType("application/merge-patch+json").header("If-Match", etag(shift)).body(patch)
                .patch("/api/v1/shifts/{id}", shift).then().statusCode(400).contentType("application/problem+json")
                .body("violations.field", hasItem(field));
        assertThat(given().get("/api/v1/shifts/{id}", shift).asString()).isEqualTo(before);
        assertThat(city.told(shift)).containsExactly("ShiftOpened.v1");
    }

    @Test
    void places_added_while_people_come_and_go_are_filled_and_never_overbooked() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 5);
        List<UUID> early = signedUp(shift, 15);
        List<Callable<Integer>> rush = new ArrayList<>();
        early.stream().limit(10).forEach(person -> rush.add(() -> leave(person, shift).statusCode()));
        rush.add(() -> change(shift, packers(12)).statusCode());
        IntStream.range(0, 10).forEach(i -> rush.add(() -> signUp(somebody(), shift).statusCode()));
        assertThat(AtOnce.all(rush.stream())).containsOnly(200, 201, 204);
        given().get("/api/v1/shifts/{id}", shift).then().body("roles[0].capacity", equalTo(12))
                .body("roles[0].taken", equalTo(12)).body("roles[0].waiting", equalTo(3));
    }

    @Test
    void a_move_while_she_signs_up_elsewhere_never_puts_her_in_two_places() {
        for (int round = 0; round < 5; round++) {
            Instant start = inDays(3 + 2 * round);
            Instant other = start.plus(Duration.ofDays(1));
            UUID shift = shift(ANNA, opportunity, start, 1);
            UUID elsewhere = shift(ANNA, opportunity, other, 1);
            UUID person = signedUp(shift, 1).get(0);
            Map<String, Object> onTop = Map.of("start", other.toString(), "end", other.plusSeconds(3600).toString());
            List<Integer> answers = AtOnce.all(() -> change(shift, onTop).statusCode(),
                    () -> signUp(person, elsewhere).statusCode());
            assertThat(answers).isIn(List.of(200, 409), List.of(409, 201));
        }
    }

    @Test
    void the_figures_follow_a_shift_to_another_day() {
        Instant start = inDays(420);
        UUID shift = shift(ANNA, opportunity, start, 2);
        List<UUID> people = signedUp(shift, 4);
        shift(ANNA, opportunity, start, 7);
        Instant moved = start.plus(Duration.ofDays(2));
        change(shift, Map.of("start", moved.toString(), "end", moved.plusSeconds(3600).toString(), "roles",
                List.of(role("PACKER", 3), role("LEAD", 1)))).then().statusCode(200);
        leave(people.get(0), shift).then().statusCode(204);
        for (Instant day : List.of(start, moved)) {
            LocalDate date = LocalDate.ofInstant(day, ROME);
            City.Recount recount = city.recount(date, date);
            asCoordinator().queryParam("from", date.toString()).queryParam("to", date.toString()).get("/api/v1/figures").then()
                    .statusCode(200)
                    .body("total.shifts", equalTo((int) recount.shifts()))
                    .body("total.places", equalTo((int) recount.places()))
                    .body("total.confirmed", equalTo((int) recount.confirmed()));
        }
    }

    private static Map<String, Object> packers(int places) {
        return Map.of("roles", List.of(role("PACKER", places)));
    }

    private static Map<String, Object> role(String role, int places) {
        return Map.of("role", role, "capacity", places);
    }
}
