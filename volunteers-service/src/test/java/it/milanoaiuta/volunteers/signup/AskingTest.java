package it.milanoaiuta.volunteers.signup;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.in;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.volunteers.OrganisedShifts;

/** Less than a day before the start people are asked in order, in the last two hours all at once; the first yes has the place. */
@QuarkusTest
class AskingTest extends OrganisedShifts {

    private static final Duration TOMORROW = Duration.ofHours(23);
    private static final Duration IN_AN_HOUR = Duration.ofHours(1);

    private final UUID first = somebody();

    @Test
    void an_ask_holds_no_place_and_the_first_yes_has_it() {
        UUID shift = full(TOMORROW);
        List<UUID> waiting = waiting(shift);
        leave(first, shift).then().statusCode(204);
        city.firstIsAsked(shift, waiting.get(0));
        as(ANNA).get("/api/v1/shifts/{id}", shift).then().body("roles[0].taken", equalTo(0)).body("roles[0].waiting",
                equalTo(3));
        assertThat(stateOf(waiting.get(0), shift)).isEqualTo("WAITING");
        assertThat(OrganisedShifts.<String>mine(waiting.get(0), shift, "askedAt")).isNotNull();
        assertThat(OrganisedShifts.<String>mine(waiting.get(1), shift, "askedAt")).isNull();
        as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().body("items[1].askedAt", notNullValue())
                .body("items[2].askedAt", nullValue());
        accept(waiting.get(1), shift).then().statusCode(409).body("type", equalTo("/problems/no-place-offered"));

        city.nextAskIsDue(shift);
        city.soon(() -> assertThat(city.messages(waiting.get(1))).containsExactly("PLACE_FREE"));
        List<Integer> answers = AtOnce.all(waiting.stream().limit(2)
                .map(person -> (Callable<Integer>) () -> accept(person, shift).statusCode()));
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        UUID slower = waiting.get(answers.indexOf(409));
        assertThat(numberOf(slower, shift)).isEqualTo(1);
        accept(waiting.get(answers.indexOf(200)), shift).then().statusCode(200).body("state", equalTo("CONFIRMED"));
        assertThat(city.messages(waiting.get(2))).isEmpty();
    }

    @Test
    void an_ask_stays_open_and_one_more_is_asked_each_time() {
        UUID shift = full(TOMORROW);
        List<UUID> waiting = waiting(shift);
        leave(first, shift);
        city.firstIsAsked(shift, waiting.get(0));
        for (UUID next : waiting.subList(1, 3)) {
            assertThat(city.messages(next)).isEmpty();
            city.nextAskIsDue(shift);
            city.soon(() -> assertThat(city.messages(next)).containsExactly("PLACE_FREE"));
        }
        accept(waiting.get(0), shift).then().statusCode(200).body("state", equalTo("CONFIRMED"));
        waiting.forEach(person -> assertThat(city.messages(person)).containsExactly("PLACE_FREE"));
    }

    @Test
    void a_newcomer_does_not_pass_those_who_were_just_asked_and_is_asked_in_her_turn() {
        UUID shift = full(TOMORROW);
        List<UUID> waiting = waiting(shift).subList(0, 1);
        leave(first, shift);
        city.firstIsAsked(shift, waiting.get(0));
        UUID newcomer = somebody();
        signUp(newcomer, shift).then().statusCode(201).body("state", equalTo("WAITING"));
        assertThat(OrganisedShifts.<String>mine(newcomer, shift, "askedAt")).isNull();
    }

    @Test
    void a_newcomer_takes_what_nobody_wanted_who_was_asked_long_enough_ago() {
        UUID shift = full(TOMORROW);
        UUID waiting = waitsFor(shift);
        leave(first, shift);
        city.firstIsAsked(shift, waiting);
        signUp(somebody(), shift).then().body("state", equalTo("WAITING"));
        city.nextAskIsDue(shift);
        city.soon(() -> assertThat(
                city.row("select cast(count(*) as text) from sign_up where shift_id = '%s' and asked_at is not null"
                        .formatted(shift)))
                .isEqualTo("2"));
        city.nextAskIsDue(shift);
        city.soon(() -> assertThat(
                city.row("select cast(count(*) as text) from shift_role where shift_id = '%s' and ask_due is null"
                        .formatted(shift)))
                .isEqualTo("1"));
        signUp(somebody(), shift).then().body("state", equalTo("CONFIRMED"));
        accept(waiting, shift).then().statusCode(409);
    }

    @Test
    void who_says_no_passes_it_on_at_once() {
        UUID shift = full(TOMORROW);
        List<UUID> waiting = waiting(shift);
        leave(first, shift);
        city.firstIsAsked(shift, waiting.get(0));
        leave(waiting.get(0), shift).then().statusCode(204);
        assertThat(stateOf(waiting.get(0), shift)).isEqualTo("DECLINED");
        city.firstIsAsked(shift, waiting.get(1));
    }

    @Test
    void who_is_elsewhere_then_is_passed_over_and_keeps_her_place() {
        UUID shift = full(TOMORROW);
        List<UUID> waiting = waiting(shift);
        signUp(waiting.get(0), shift(ANNA, opportunity, in(TOMORROW), 1)).then().body("state", equalTo("CONFIRMED"));
        leave(first, shift);
        city.firstIsAsked(shift, waiting.get(1));
        assertThat(city.messages(waiting.get(0))).isEmpty();
        assertThat(numberOf(waiting.get(0), shift)).isEqualTo(1);
    }

    @Test
    void a_place_that_comes_free_again_is_asked_about_from_the_first_who_waits() {
        UUID shift = full(TOMORROW);
        List<UUID> waiting = waiting(shift);
        leave(first, shift);
        city.firstIsAsked(shift, waiting.get(0));
        city.nextAskIsDue(shift);
        city.soon(() -> assertThat(city.messages(waiting.get(1))).containsExactly("PLACE_FREE"));
        accept(waiting.get(1), shift).then().statusCode(200);
        leave(waiting.get(1), shift);
        city.firstIsAsked(shift, waiting.get(0), 2);
        assertThat(city.messages(waiting.get(2))).isEmpty();
    }

    @Test
    void who_left_the_list_and_undoes_it_passes_nobody() {
        UUID shift = full(TOMORROW);
        List<UUID> waiting = waiting(shift);
        leave(first, shift);
        city.firstIsAsked(shift, waiting.get(0));
        leave(waiting.get(2), shift);
        restore(waiting.get(2), shift).then().statusCode(200).body("state", equalTo("WAITING")).body("number", equalTo(3));
    }

    @Test
    void in_the_last_hours_all_are_asked_and_the_first_to_accept_has_it() {
        UUID shift = full(IN_AN_HOUR);
        List<UUID> waiting = waiting(shift);
        leave(first, shift);
        waiting.forEach(person -> assertThat(city.messages(person)).containsExactly("PLACE_FREE"));
        List<Integer> answers = AtOnce.all(waiting.stream().map(person -> () -> accept(person, shift).statusCode()));
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409);
    }

    @Test
    void in_the_last_hours_whoever_comes_takes_what_is_free() {
        UUID shift = full(IN_AN_HOUR);
        UUID waiting = waitsFor(shift);
        leave(first, shift);
        signUp(somebody(), shift).then().body("state", equalTo("CONFIRMED"));
        accept(waiting, shift).then().statusCode(409);
    }

    @Test
    void however_many_wait_everybody_is_asked_once() {
        UUID shift = full(IN_AN_HOUR);
        city.queue(shift, 250);
        leave(first, shift);
        city.soon(() -> assertThat(city.toldOf(shift, "PLACE_FREE")).isEqualTo("250 people, 250 messages"));
    }

    private UUID full(Duration startsIn) {
        UUID shift = shift(ANNA, opportunity, in(startsIn), 1);
        signUp(first, shift).then().statusCode(201);
        return shift;
    }

    private static UUID waitsFor(UUID shift) {
        UUID person = somebody();
        signUp(person, shift).then().body("state", equalTo("WAITING"));
        return person;
    }

    private static List<UUID> waiting(UUID shift) {
        return Stream.generate(() -> waitsFor(shift)).limit(3).toList();
    }
}
