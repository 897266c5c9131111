package it.milanoaiuta.volunteers.signup;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.GIULIA;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.id;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.volunteers.City;
import it.milanoaiuta.volunteers.OrganisedShifts;

@QuarkusTest
class SigningUpTest extends OrganisedShifts {

    @ConfigProperty(name = "volunteers.sign-up.most-ahead", defaultValue = "60")
    int mostAhead;

    @Test
    void a_free_place_is_hers_at_once() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 2);
        signUp(somebody(), shift).then().statusCode(201).body("state", equalTo("CONFIRMED")).body("number", nullValue())
                .body("arrival", equalTo(1));
    }

    @Test
    void of_fifty_at_once_on_one_place_one_is_confirmed_and_the_others_wait_in_order_of_arrival() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        List<Answer> answers = everybodyAtOnce(IntStream.range(0, 50).mapToObj(i -> somebody()), shift);

        assertThat(answers).filteredOn(answer -> answer.state.equals("CONFIRMED")).hasSize(1);
        List<Answer> waiting = answers.stream().filter(answer -> answer.state.equals("WAITING"))
                .sorted(Comparator.comparing(Answer::arrival)).toList();
        assertThat(waiting).extracting(Answer::number).containsExactlyElementsOf(IntStream.rangeClosed(1, 49).boxed().toList());
        assertThat(answers).extracting(Answer::arrival).doesNotHaveDuplicates();
        as(GIULIA).get("/api/v1/shifts/{id}", shift).then().body("roles[0].taken", equalTo(1)).body("roles[0].waiting",
                equalTo(49));
    }

    @Test
    void the_same_person_ten_times_at_once_takes_one_place_and_gets_one_answer() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 5);
        UUID person = somebody();
        List<Answer> answers = everybodyAtOnce(Stream.generate(() -> person).limit(10), shift);
        assertThat(answers).hasSize(10).containsOnly(answers.get(0));
        as(GIULIA).get("/api/v1/shifts/{id}", shift).then().body("roles[0].taken", equalTo(1));
    }

    @Test
    void the_same_request_ten_times_at_once_is_one() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 5);
        UUID person = somebody();
        UUID key = UUID.randomUUID();
        List<Response> answers = AtOnce.all(Stream.<Callable<Response>>generate(() -> () -> {
            Response answer = signUp(person, shift, "PACKER", key);
            while (answer.statusCode() == 409) { // the first of them took more than two seconds
                answer.then().header("Retry-After", notNullValue());
                answer = signUp(person, shift, "PACKER", key);
            }
            return answer;
        }).limit(10));
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.asString()).containsOnly(answers.get(0).asString());
        assertThat(answers).extracting(answer -> answer.header("Idempotent-Replayed")).containsOnlyOnce((String) null);
    }

    @Test
    void a_repeated_request_gets_its_first_answer_and_a_new_one_how_things_stand() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        UUID first = somebody();
        UUID second = somebody();
        signUp(first, shift);
        UUID key = UUID.randomUUID();
        String hers = signUp(second, shift, "PACKER", key).then().statusCode(201).body("state", equalTo("WAITING"))
                .body("number", equalTo(1)).extract().header("Location");
        assertThat(hers).endsWith("/api/v1/shifts/" + shift + "/sign-ups/me");
        leave(first, shift).then().statusCode(204);
        signUp(second, shift, "PACKER", key).then().statusCode(201).header("Idempotent-Replayed", "true")
                .header("Location", hers)
                .body("state", equalTo("WAITING")).body("number", equalTo(1));
        UUID anotherKey = UUID.randomUUID();
        signUp(second, shift, "PACKER", anotherKey).then().statusCode(201).body("state", equalTo("CONFIRMED"));
        as(second).delete(hers).then().statusCode(204);
        signUp(second, shift, "PACKER", anotherKey).then().statusCode(201).header("Idempotent-Replayed", "true")
                .body("state", equalTo("CANCELLED"));
    }

    @Test
    void one_person_is_signed_up_for_so_many_shifts_and_no_more() {
        UUID person = City.known();
        city.isBusy(person, opportunity, mostAhead - 1);
        List<UUID> shifts = List.of(shift(ANNA, opportunity, inDays(3), 1), shift(ANNA, opportunity, inDays(4), 1));
        assertThat(AtOnce.all(shifts.stream().map(shift -> () -> signUp(person, shift).statusCode())))
                .containsExactlyInAnyOrder(201, 409);
        UUID another = shift(ANNA, opportunity, inDays(5), 1);
        signUp(person, another).then().statusCode(409).body("type", equalTo("/problems/too-many-sign-ups"));
        shifts.forEach(shift -> leave(person, shift));
        signUp(person, another).then().statusCode(201);
    }

    @Test
    void a_key_used_for_another_request_is_refused() {
        UUID key = UUID.randomUUID();
        UUID person = somebody();
        signUp(person, shift(ANNA, opportunity, inDays(3), 1), "PACKER", key).then().statusCode(201);
        signUp(person, shift(ANNA, opportunity, inDays(5), 1), "PACKER", key).then().statusCode(422);
    }

    @Test
    void a_refused_request_may_be_tried_again_under_its_key() {
        UUID key = UUID.randomUUID();
        UUID person = somebody();
        UUID early = shift(ANNA, opportunity, inDays(3), 1);
        UUID late = shift(ANNA, opportunity, inDays(3).plus(Duration.ofHours(1)), 1);
        signUp(person, early);
        signUp(person, late, "PACKER", key).then().statusCode(409);
        leave(person, early);
        signUp(person, late, "PACKER", key).then().statusCode(201).body("state", equalTo("CONFIRMED"));
    }

    @Test
    void two_overlapping_shifts_at_once_confirm_one() {
        for (int round = 0; round < 10; round++) {
            UUID person = somebody();
            Instant start = inDays(3 + round);
            UUID one = shift(ANNA, opportunity, start, 5);
            UUID other = shift(ANNA, opportunity, start.plus(Duration.ofHours(1)), 5);
            List<Response> answers = AtOnce.all(() -> signUp(person, one), () -> signUp(person, other));
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
            answers.stream().filter(answer -> answer.statusCode() == 409).forEach(answer -> answer.then()
                    .body("type", equalTo("/problems/shifts-overlap")).body("detail", containsString("My shifts")));
        }
    }

    @Test
    void a_shift_may_begin_when_another_ends() {
        UUID person = somebody();
        Instant start = inDays(3);
        signUp(person, shift(ANNA, opportunity, start, 1)).then().statusCode(201);
        signUp(person, shift(ANNA, opportunity, start.plus(Duration.ofHours(2)), 1)).then().statusCode(201)
                .body("state", equalTo("CONFIRMED"));
    }

    @Test
    void less_than_an_hour_between_two_places_is_allowed_and_said() {
        UUID person = somebody();
        Instant start = inDays(3);
        UUID first = shift(ANNA, opportunity, start, 1);
        signUp(person, first).then().statusCode(201).body("closeTo", nullValue());
        Instant end = start.plus(Duration.ofHours(2));
        UUID samePlace = shift(ANNA, opportunity, end.plus(Duration.ofMinutes(59)), 1);
        signUp(person, samePlace).then().statusCode(201).body("closeTo", nullValue());
        leave(person, samePlace);

        UUID elsewhere = elsewhere();
        UUID close = shift(ANNA, elsewhere, end.plus(Duration.ofMinutes(59)), 1);
        UUID key = UUID.randomUUID();
        signUp(person, close, "PACKER", key).then().statusCode(201).body("state", equalTo("CONFIRMED"))
                .body("closeTo", equalTo(first.toString()));
        signUp(person, close, "PACKER", key).then().header("Idempotent-Replayed", "true")
                .body("closeTo", equalTo(first.toString()));
        leave(person, close);
        signUp(person, shift(ANNA, elsewhere, end.plus(Duration.ofMinutes(60)), 1)).then().statusCode(201)
                .body("closeTo", nullValue());
        signUp(person, shift(ANNA, elsewhere, start.minus(Duration.ofMinutes(150)), 1)).then().statusCode(201)
                .body("closeTo", equalTo(first.toString()));
    }

    private UUID elsewhere() {
        Map<String, Object> help = new HashMap<>(City.help(organisation));
        help.put("place", Map.of("name", "Magazzino", "address", "via Padova 2", "municipio", 2));
        return id(as(ANNA).body(help).post("/api/v1/opportunities"));
    }

    @Test
    void one_may_wait_for_a_shift_that_overlaps() {
        UUID person = somebody();
        UUID full = shift(ANNA, opportunity, inDays(3), 1);
        signUp(somebody(), full);
        signUp(person, shift(ANNA, opportunity, inDays(3), 1)).then().statusCode(201);
        signUp(person, full).then().statusCode(201).body("state", equalTo("WAITING"));
    }

    @Test
    void one_role_a_shift() {
        UUID person = somebody();
        UUID shift = id(as(ANNA)
                .body(Map.of("start", inDays(3).toString(), "end", inDays(3).plusSeconds(3600).toString(), "roles", List.of(
                        Map.of("role", "PACKER", "capacity", 1), Map.of("role", "DRIVER", "capacity", 1))))
                .post("/api/v1/opportunities/{id}/shifts", opportunity));
        List<Integer> answers = AtOnce.all(() -> signUp(person, shift, "PACKER", UUID.randomUUID()).statusCode(),
                () -> signUp(person, shift, "DRIVER", UUID.randomUUID()).statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        signUp(somebody(), shift, "LEAD", UUID.randomUUID()).then().statusCode(400)
                .body("violations.field", equalTo(List.of("role")));
    }

    @Test
    void nobody_joins_a_shift_that_has_begun_or_was_cancelled() {
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        city.moveIntoThePast(shift, Duration.ofHours(1));
        signUp(somebody(), shift).then().statusCode(409).body("type", equalTo("/problems/shift-started"));
        UUID cancelled = shift(ANNA, opportunity, inDays(3), 1);
        as(ANNA).delete("/api/v1/shifts/{id}", cancelled).then().statusCode(204);
        signUp(somebody(), cancelled).then().statusCode(409).body("type", equalTo("/problems/shift-cancelled"));
        signUp(somebody(), UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_suspended_organisation_takes_nobody_new_and_keeps_whom_it_has() {
        UUID person = somebody();
        UUID shift = shift(ANNA, opportunity, inDays(3), 2);
        signUp(person, shift);
        asCoordinator().body(Map.of("reason", "Complaint")).post("/api/v1/organisations/{id}/suspension", organisation);
        signUp(somebody(), shift).then().statusCode(404);
        signUp(person, shift).then().statusCode(201).body("state", equalTo("CONFIRMED"));
        as(GIULIA).get("/api/v1/shifts/{id}", shift).then().statusCode(404);
        as(person).get("/api/v1/me/sign-ups").then().statusCode(200).body("items.size()", equalTo(1));
        as(ANNA).body(City.times(inDays(4), Duration.ofHours(1), 1)).post("/api/v1/opportunities/{id}/shifts", opportunity)
                .then().statusCode(409).body("type", equalTo("/problems/organisation-not-verified"));
        asCoordinator().delete("/api/v1/organisations/{id}/suspension", organisation);
        signUp(somebody(), shift).then().statusCode(201);
    }

    private record Answer(String id, String state, Integer number, int arrival) {

        static Answer of(Response answer) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
            return new Answer(answer.path("id"), answer.path("state"), answer.path("number"), answer.path("arrival"));
        }
    }

    private static List<Answer> everybodyAtOnce(Stream<UUID> people, UUID shift) {
        return AtOnce.all(people.map(person -> () -> Answer.of(signUp(person, shift))));
    }
}
