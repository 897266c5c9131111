package it.milanoaiuta.volunteers;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.in;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Less than a day before the start a place is offered, in the last hours all are asked. */
@QuarkusTest
class OfferTest extends OrganisedShifts {

    /** Any time of day, at least eight waking hours lie before. */
    private static final Duration TOMORROW = Duration.ofHours(23);
    private static final Duration IN_AN_HOUR = Duration.ofHours(1);

    @Test
    void the_place_is_kept_for_the_first_who_waits_until_she_answers() {
        UUID shift = full(TOMORROW);
        List<UUID> waiting = waiting(shift);
        leave(first, shift).then().statusCode(204);
        assertThat(city.messages(waiting.get(0))).containsExactly("PLACE_OFFERED");
        accept(waiting.get(1), shift).then().statusCode(409);
        signUp(somebody(), shift).then().body("state", equalTo("WAITING"));
        accept(waiting.get(0), shift).then().statusCode(200).body("state", equalTo("CONFIRMED"));
        accept(waiting.get(0), shift).then().statusCode(200).body("state", equalTo("CONFIRMED"));
    }

    @Test
    void who_says_no_or_nothing_passes_it_on() {
        UUID shift = full(TOMORROW);
        List<UUID> waiting = waiting(shift);
        leave(first, shift);
        leave(waiting.get(0), shift).then().statusCode(204);
        assertThat(city.messages(waiting.get(1))).containsExactly("PLACE_OFFERED");
        city.offersRunOut(shift);
        accept(waiting.get(1), shift).then().statusCode(409);
        city.soon(() -> assertThat(city.messages(waiting.get(2))).containsExactly("PLACE_OFFERED"));
        assertThat(city.messages(waiting.get(1))).containsExactly("PLACE_OFFERED", "OFFER_EXPIRED");
    }

    @Test
    void in_the_last_hours_all_are_asked_and_the_first_to_accept_has_it() {
        UUID shift = full(IN_AN_HOUR);
        List<UUID> waiting = waiting(shift);
        leave(first, shift);
        waiting.forEach(person -> assertThat(city.messages(person)).containsExactly("PLACE_FREE"));
        List<Integer> answers = Parallel.all(waiting.stream().map(person -> () -> accept(person, shift).statusCode()));
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409);
    }

    private final UUID first = somebody();

    private UUID full(Duration startsIn) {
        UUID shift = shift(ANNA, opportunity, in(startsIn), 1);
        signUp(first, shift).then().statusCode(201);
        return shift;
    }

    private static List<UUID> waiting(UUID shift) {
        return Stream.generate(City::somebody).limit(3)
                .peek(person -> signUp(person, shift).then().body("state", equalTo("WAITING"))).toList();
    }
}
