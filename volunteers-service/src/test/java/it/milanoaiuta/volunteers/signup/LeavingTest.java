package it.milanoaiuta.volunteers.signup;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.in;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.volunteers.City;
import it.milanoaiuta.volunteers.OrganisedShifts;

@QuarkusTest
class LeavingTest extends OrganisedShifts {

    @Test
    void the_first_who_waits_is_confirmed_and_told() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        List<UUID> people = signedUp(shift, 3);
        leave(people.get(0), shift).then().statusCode(204);
        assertThat(stateOf(people.get(1), shift)).isEqualTo("CONFIRMED");
        assertThat(numberOf(people.get(2), shift)).isEqualTo(1);
        assertThat(city.messages(people.get(1))).containsExactly("PROMOTED");
        assertThat(city.told(shift)).containsExactly("ShiftOpened.v1", "VolunteerConfirmed.v1", "VolunteerLeft.v1",
                "VolunteerConfirmed.v1");
    }

    @Test
    void who_comes_at_once_and_who_comes_from_the_list_are_told_of_in_the_same_words() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        List<UUID> people = signedUp(shift, 2);
        leave(people.get(0), shift).then().statusCode(204);
        List<Map<String, String>> told = city.everythingTold().stream()
                .filter(event -> event.type().equals("VolunteerConfirmed.v1") && event.payload().contains(shift.toString()))
                .map(event -> JsonPath.from(event.payload()).<String, String>getMap("$")).toList();
        assertThat(told).extracting(event -> UUID.fromString(event.get("subject"))).containsExactlyInAnyOrderElementsOf(people);
        assertThat(told).allSatisfy(event -> assertThat(event).hasSize(9).containsEntry("shiftId", shift.toString())
                .containsEntry("role", told.get(0).get("role")).containsEntry("ownerId", told.get(0).get("ownerId"))
                .containsEntry("start", told.get(0).get("start")).containsEntry("end", told.get(0).get("end")));
    }

    @Test
    void leaving_again_changes_nothing_and_a_stranger_to_the_shift_finds_none() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        UUID person = signedUp(shift, 1).get(0);
        leave(person, shift).then().statusCode(204);
        leave(person, shift).then().statusCode(204);
        leave(somebody(), shift).then().statusCode(404);
        leave(person, UUID.randomUUID()).then().statusCode(404);
        assertThat(city.told(shift)).containsOnlyOnce("VolunteerLeft.v1");
    }

    @Test
    void who_waits_leaves_without_a_word_to_others() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        List<UUID> people = signedUp(shift, 3);
        leave(people.get(1), shift).then().statusCode(204);
        assertThat(numberOf(people.get(2), shift)).isEqualTo(1);
        assertThat(city.told(shift)).doesNotContain("VolunteerLeft.v1");
    }

    @Test
    void who_is_confirmed_elsewhere_then_is_passed_over_and_keeps_her_place() {
        Instant start = inDays(3);
        UUID shift = shift(ANNA, opportunity, start, 1);
        List<UUID> people = signedUp(shift, 3);
        UUID elsewhere = shift(ANNA, opportunity, start.plus(Duration.ofHours(1)), 1);
        signUp(people.get(1), elsewhere).then().statusCode(201);

        leave(people.get(0), shift);
        assertThat(stateOf(people.get(1), shift)).isEqualTo("WAITING");
        assertThat(numberOf(people.get(1), shift)).isEqualTo(1);
        assertThat(stateOf(people.get(2), shift)).isEqualTo("CONFIRMED");

        leave(people.get(2), shift);
        assertThat(stateOf(people.get(1), shift)).as("still elsewhere").isEqualTo("WAITING");
        leave(people.get(1), elsewhere);
        city.soon(() -> assertThat(stateOf(people.get(1), shift)).as("can come now").isEqualTo("CONFIRMED"));
    }

    @Test
    void leaving_less_than_a_day_before_is_late_and_recorded() {
        UUID near = shift(ANNA, opportunity, in(Duration.ofHours(23)), 1);
        UUID far = shift(ANNA, opportunity, in(Duration.ofHours(28)), 1);
        UUID person = signedUp(near, 1).get(0);
        signUp(person, far);
        leave(person, near);
        leave(person, far);
        as(ANNA).get("/api/v1/shifts/{id}/sign-ups", near).then().body("items[0].late", equalTo(true));
        as(ANNA).get("/api/v1/shifts/{id}/sign-ups", far).then().body("items[0].late", equalTo(false));
    }

    @Test
    void nobody_leaves_a_shift_that_has_begun() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        UUID person = signedUp(shift, 1).get(0);
        city.moveIntoThePast(shift, Duration.ofMinutes(10));
        leave(person, shift).then().statusCode(409).body("type", equalTo("/problems/shift-started"));
    }

    @Test
    void coming_back_is_a_new_sign_up_at_the_end_of_the_list() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        List<UUID> people = signedUp(shift, 2);
        leave(people.get(0), shift);
        signUp(people.get(0), shift).then().statusCode(201).body("state", equalTo("WAITING")).body("arrival", equalTo(3));
        as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().body("items.state",
                equalTo(List.of("CANCELLED", "CONFIRMED", "WAITING")));
    }

    @Test
    void an_undone_leave_gives_the_place_back_if_nobody_holds_it() {
        UUID shift = shift(ANNA, opportunity, in(Duration.ofHours(23)), 1);
        UUID person = signedUp(shift, 1).get(0);
        leave(person, shift);
        restore(person, shift).then().statusCode(200).body("state", equalTo("CONFIRMED"));
        restore(person, shift).then().statusCode(200).body("state", equalTo("CONFIRMED"));
        as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().body("items.late", equalTo(List.of(false, false)));
        assertThat(city.told(shift)).containsExactly("ShiftOpened.v1", "VolunteerConfirmed.v1", "VolunteerLeft.v1",
                "VolunteerConfirmed.v1");
    }

    @Test
    void an_undone_leave_of_a_place_taken_meanwhile_waits_first() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        List<UUID> people = signedUp(shift, 3);
        leave(people.get(0), shift);
        restore(people.get(0), shift).then().statusCode(200).body("state", equalTo("WAITING")).body("number", equalTo(1));
        assertThat(numberOf(people.get(2), shift)).isEqualTo(2);
        leave(people.get(1), shift);
        assertThat(stateOf(people.get(0), shift)).isEqualTo("CONFIRMED");
    }

    @Test
    void an_undone_leave_of_the_waiting_list_gives_the_same_number_back() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        List<UUID> people = signedUp(shift, 4);
        leave(people.get(2), shift);
        restore(people.get(2), shift).then().statusCode(200).body("state", equalTo("WAITING")).body("number", equalTo(2));
        assertThat(numberOf(people.get(3), shift)).isEqualTo(3);
    }

    @Test
    void only_a_leave_of_this_minute_is_undone() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        UUID person = signedUp(shift, 1).get(0);
        restore(somebody(), shift).then().statusCode(404);
        leave(person, shift);
        city.leftLongAgo(shift);
        restore(person, shift).then().statusCode(409).body("type", equalTo("/problems/undo-too-late"));
    }

    @Test
    void undoing_does_not_put_her_in_two_places_at_once() {
        Instant start = inDays(3);
        UUID shift = shift(ANNA, opportunity, start, 1);
        UUID person = signedUp(shift, 1).get(0);
        leave(person, shift);
        signUp(person, shift(ANNA, opportunity, start.plus(Duration.ofHours(1)), 1)).then().statusCode(201);
        restore(person, shift).then().statusCode(409).body("type", equalTo("/problems/shifts-overlap"));
    }

    @Test
    void whoever_comes_and_goes_at_once_never_overbooks_and_leaves_no_place_free_while_somebody_waits() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 5);
        List<UUID> early = signedUp(shift, 15);
        List<Callable<Integer>> rush = new ArrayList<>();
        early.stream().limit(10).forEach(person -> rush.add(() -> leave(person, shift).statusCode()));
        IntStream.range(0, 20).forEach(i -> rush.add(() -> signUp(somebody(), shift).statusCode()));
        assertThat(AtOnce.all(rush.stream())).containsOnly(201, 204);
        as(ANNA).get("/api/v1/shifts/{id}", shift).then().body("roles[0].taken", equalTo(5)).body("roles[0].waiting",
                equalTo(20));
    }

    @Test
    void a_place_given_back_while_she_signs_up_elsewhere_confirms_her_once() {
        for (int round = 0; round < 10; round++) {
            Instant start = inDays(3 + round);
            UUID shift = shift(ANNA, opportunity, start, 1);
            UUID elsewhere = shift(ANNA, opportunity, start.plus(Duration.ofHours(1)), 1);
            List<UUID> people = signedUp(shift, 2);
            List<Response> answers = AtOnce.all(() -> leave(people.get(0), shift), () -> signUp(people.get(1), elsewhere));
            assertThat(answers.get(0).statusCode()).isEqualTo(204);
            boolean promoted = stateOf(people.get(1), shift).equals("CONFIRMED");
            assertThat(answers.get(1).statusCode()).isEqualTo(promoted ? 409 : 201);
        }
    }

    @Test
    void two_places_that_come_free_at_once_for_one_person_confirm_her_once_and_the_next_who_waits() {
        for (int round = 0; round < 5; round++) {
            Instant start = inDays(3 + round);
            UUID one = shift(ANNA, opportunity, start, 1);
            UUID other = shift(ANNA, opportunity, start.plus(Duration.ofHours(1)), 1);
            UUID first = signedUp(one, 1).get(0);
            UUID second = signedUp(other, 1).get(0);
            UUID waitsForBoth = somebody();
            List.of(one, other).forEach(shift -> signUp(waitsForBoth, shift).then().body("state", equalTo("WAITING")));
            List<UUID> next = List.of(signedUp(one, 1).get(0), signedUp(other, 1).get(0));
            assertThat(AtOnce.all(() -> leave(first, one).statusCode(), () -> leave(second, other).statusCode()))
                    .containsExactly(204, 204);
            city.soon(() -> {
                boolean toOne = stateOf(waitsForBoth, one).equals("CONFIRMED");
                assertThat(stateOf(waitsForBoth, other)).isEqualTo(toOne ? "WAITING" : "CONFIRMED");
                assertThat(stateOf(next.get(0), one)).isEqualTo(toOne ? "WAITING" : "CONFIRMED");
                assertThat(stateOf(next.get(1), other)).isEqualTo(toOne ? "CONFIRMED" : "WAITING");
            });
        }
    }

    /** Each would wait for whom the other has confirmed. */
    @Test
    void two_shifts_with_room_at_once_for_the_same_people_in_another_order_take_each_of_them_once() {
        for (int round = 0; round < 5; round++) {
            Instant start = inDays(3 + round);
            UUID one = shift(ANNA, opportunity, start, 1);
            UUID other = shift(ANNA, opportunity, start.plus(Duration.ofHours(1)), 1);
            List.of(one, other).forEach(shift -> signedUp(shift, 1));
            List<UUID> people = Stream.generate(City::somebody).limit(6).toList();
            people.forEach(person -> signUp(person, one).then().body("state", equalTo("WAITING")));
            IntStream.range(0, 6).mapToObj(i -> people.get(5 - i))
                    .forEach(person -> signUp(person, other).then().body("state", equalTo("WAITING")));
            assertThat(AtOnce.all(() -> change(one, places(7)).statusCode(), () -> change(other, places(7)).statusCode()))
                    .containsExactly(200, 200);
            city.soon(() -> assertThat(people).allSatisfy(person -> assertThat(
                    List.of(stateOf(person, one), stateOf(person, other))).containsExactlyInAnyOrder("CONFIRMED", "WAITING")));
        }
    }

    private static Map<String, Object> places(int capacity) {
        return Map.of("roles", List.of(Map.of("role", "PACKER", "capacity", capacity)));
    }

    @Test
    void a_cancelled_shift_frees_everybody_and_tells_them() {
        Instant start = inDays(3);
        UUID shift = shift(ANNA, opportunity, start, 1);
        List<UUID> people = signedUp(shift, 2);
        as(ANNA).delete("/api/v1/shifts/{id}", shift).then().statusCode(204);
        as(ANNA).delete("/api/v1/shifts/{id}", shift).then().statusCode(204);
        people.forEach(person -> {
            assertThat(stateOf(person, shift)).isEqualTo("REMOVED");
            city.soon(() -> assertThat(city.messages(person)).containsExactly("SHIFT_CANCELLED"));
        });
        assertThat(city.told(shift)).containsOnlyOnce("ShiftCancelled.v1");
        signUp(people.get(0), shift(ANNA, opportunity, start, 1)).then().statusCode(201);
        as(ANNA).get("/api/v1/shifts/{id}", shift).then().statusCode(200).body("state", equalTo("CANCELLED"));
    }

    @Test
    void who_signs_up_while_the_shift_is_cancelled_is_not_forgotten_in_it() {
        for (int round = 0; round < 5; round++) {
            UUID shift = shift(ANNA, opportunity, inDays(3), 10);
            List<Callable<Integer>> rush = new ArrayList<>();
            rush.add(() -> as(ANNA).delete("/api/v1/shifts/{id}", shift).statusCode());
            Stream.generate(City::somebody).limit(8)
                    .forEach(person -> rush.add(() -> signUp(person, shift).statusCode()));
            assertThat(AtOnce.all(rush.stream())).isSubsetOf(201, 204, 409);
            as(ANNA).get("/api/v1/shifts/{id}", shift).then().body("roles[0].taken", equalTo(0));
        }
    }
}
