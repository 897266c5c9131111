package it.milanoaiuta.volunteers.organising;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.PAOLO;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.in;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.pendingOrganisation;
import static it.milanoaiuta.volunteers.City.reinstate;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static it.milanoaiuta.volunteers.City.suspend;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

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
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.volunteers.City;
import it.milanoaiuta.volunteers.OrganisedShifts;

/** What becomes of an organisation's shifts while it is suspended. */
@QuarkusTest
class SuspensionTest extends OrganisedShifts {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Inject
    FrozenShifts frozen;

    @Test
    void its_shifts_of_three_days_go_to_the_coordinator_and_no_others() {
        UUID begun = shift(ANNA, opportunity, inDays(1), 1);
        city.moveIntoThePast(begun, Duration.ofMinutes(30));
        UUID soon = shift(ANNA, opportunity, in(Duration.ofHours(71)), 1);
        UUID later = shift(ANNA, opportunity, in(Duration.ofHours(73)), 1);
        assertThat(toTakeOver()).doesNotContain(soon.toString());
        suspend(organisation).then().statusCode(200);
        assertThat(toTakeOver()).contains(soon.toString()).doesNotContain(begun.toString(), later.toString());
        asCoordinator().get("/api/v1/shifts/{id}", later).then().statusCode(200);
        assertThat(publicShifts()).isEmpty();
        reinstate(organisation);
        assertThat(toTakeOver()).doesNotContain(soon.toString());
        assertThat(publicShifts()).containsExactly(soon.toString(), later.toString());
    }

    @Test
    void a_page_of_them_ends_where_the_next_begins() {
        List<String> all = IntStream.range(0, 3)
                .mapToObj(i -> shift(ANNA, opportunity, in(Duration.ofHours(10 + i)), 1).toString()).toList();
        suspend(organisation);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = asCoordinator().queryParam("limit", 1).queryParam("cursor", cursor)
                    .get("/api/v1/shifts/to-take-over");
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(all);
    }

    @Test
    void another_organisation_takes_a_shift_over_with_everybody_in_it() {
        UUID shift = shift(ANNA, opportunity, inDays(2), 1);
        List<UUID> people = signedUp(shift, 2);
        String seen = etag(shift);
        suspend(organisation);
        assertThat(frozenFor(people.get(0), shift)).isTrue();
        UUID another = verifiedOrganisation(PAOLO);
        takeOver(shift, another).then().statusCode(200).body("opportunity.ownerId", equalTo(another.toString()))
                .body("opportunity.place.address", equalTo("via Ovada 1")).body("roles[0].taken", equalTo(1));
        takeOver(shift, another).then().statusCode(200);

        city.soon(() -> people.forEach(person -> assertThat(city.messages(person)).containsExactly("SHIFT_TAKEN_OVER")));
        assertThat(stateOf(people.get(0), shift)).isEqualTo("CONFIRMED");
        assertThat(frozenFor(people.get(0), shift)).isFalse();
        assertThat(city.told(shift)).containsExactly("ShiftOpened.v1", "VolunteerConfirmed.v1", "ShiftChanged.v1");
        given().get("/api/v1/shifts?ownerId={id}", another).then().body("items.id", equalTo(List.of(shift.toString())));
        given().get("/api/v1/shifts/{id}", shift).then().statusCode(200);
        assertThat(toTakeOver()).doesNotContain(shift.toString());
        signUp(somebody(), shift).then().statusCode(201).body("state", equalTo("WAITING"));

        as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().statusCode(404);
        as(ANNA).delete("/api/v1/shifts/{id}", shift).then().statusCode(404);
        as(PAOLO).get("/api/v1/shifts/{id}/sign-ups", shift).then().statusCode(200).body("items.size()", equalTo(3));
        as(PAOLO).header("If-Match", seen).body(Map.of("minimumStaffing", 1)).patch("/api/v1/shifts/{id}", shift).then()
                .statusCode(412);
        reinstate(organisation);
        as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().statusCode(404);
    }

    @Test
    void who_took_it_over_records_who_came() {
        UUID shift = shift(ANNA, opportunity, inDays(2), 1);
        UUID person = signedUp(shift, 1).get(0);
        suspend(organisation);
        takeOver(shift, verifiedOrganisation(PAOLO)).then().statusCode(200);
        city.moveIntoThePast(shift, Duration.ofHours(1));
        came(ANNA, person, shift).then().statusCode(404);
        came(PAOLO, person, shift).then().statusCode(200);
    }

    @Test
    void a_coordinator_gives_no_shift_to_an_organisation_of_her_own() {
        UUID shift = shift(ANNA, opportunity, inDays(2), 1);
        UUID her = somebody();
        UUID hers = verifiedOrganisation(her);
        suspend(organisation);
        as(her, "coordinator").body(Map.of("organisationId", hers)).post("/api/v1/shifts/{id}/takeover", shift).then()
                .statusCode(403).body("type", equalTo("/problems/own-organisation"));
        takeOver(shift, hers).then().statusCode(200);
    }

    @Test
    void two_shifts_of_one_kind_taken_over_by_one_organisation_stay_of_one_kind() {
        List<UUID> shifts = IntStream.range(1, 3).mapToObj(day -> shift(ANNA, opportunity, inDays(day), 1)).toList();
        suspend(organisation);
        UUID another = verifiedOrganisation(PAOLO);
        List<String> kinds = AtOnce.all(shifts.stream()
                .map(shift -> () -> takeOver(shift, another).then().statusCode(200).extract().path("opportunity.id")));
        assertThat(kinds.get(0)).isEqualTo(kinds.get(1)).isNotEqualTo(opportunity.toString());
    }

    @Test
    void the_figures_follow_a_shift_to_its_new_owner() {
        Instant start = inDays(460);
        UUID shift = shift(ANNA, opportunity, start, 2);
        List<UUID> people = signedUp(shift, 3);
        suspend(organisation);
        leave(people.get(0), shift);
        UUID another = verifiedOrganisation(PAOLO);
        takeOver(shift, another).then().statusCode(200).body("roles[0].taken", equalTo(2));
        as(PAOLO).delete("/api/v1/shifts/{id}", shift(PAOLO, City.opportunity(PAOLO, another), start, 5)).then()
                .statusCode(204);
        LocalDate day = LocalDate.ofInstant(start, ROME);
        City.Recount recount = city.recount(day, day);
        asCoordinator().get("/api/v1/figures?from=%s&to=%s".formatted(day, day)).then().statusCode(200)
                .body("total.shifts", equalTo((int) recount.shifts())).body("total.places", equalTo((int) recount.places()))
                .body("total.confirmed", equalTo((int) recount.confirmed()));
        assertThat(city.balance(day, organisation)).isEqualTo("0 0 0");
        assertThat(city.balance(day, another)).isEqualTo("1 2 2");
    }

    @Test
    void only_a_verified_organisation_takes_over_and_only_what_is_frozen() {
        UUID shift = shift(ANNA, opportunity, inDays(2), 1);
        UUID another = verifiedOrganisation(PAOLO);
        takeOver(shift, another).then().statusCode(409).body("type", equalTo("/problems/shift-not-frozen"));
        UUID begun = shift(ANNA, opportunity, inDays(2), 1);
        city.moveIntoThePast(begun, Duration.ofMinutes(5));
        UUID cancelled = shift(ANNA, opportunity, inDays(2), 1);
        as(ANNA).delete("/api/v1/shifts/{id}", cancelled);
        suspend(organisation);
        takeOver(begun, another).then().statusCode(409).body("type", equalTo("/problems/shift-not-frozen"));
        takeOver(cancelled, another).then().statusCode(409).body("type", equalTo("/problems/shift-cancelled"));
        takeOver(shift, pendingOrganisation(PAOLO)).then().statusCode(409)
                .body("type", equalTo("/problems/organisation-not-verified"));
        takeOver(shift, UUID.randomUUID()).then().statusCode(404).body("violations.field", equalTo(List.of("organisationId")));
        takeOver(UUID.randomUUID(), another).then().statusCode(404);
        asCoordinator().body("{}").post("/api/v1/shifts/{id}/takeover", shift).then().statusCode(400)
                .body("violations.field", hasItem("organisationId"));
        assertThat(city.told(shift)).containsExactly("ShiftOpened.v1");
    }

    @Test
    void of_two_organisations_named_at_once_one_takes_it_over() {
        UUID shift = shift(ANNA, opportunity, inDays(2), 1);
        UUID person = signedUp(shift, 1).get(0);
        suspend(organisation);
        List<Integer> answers = AtOnce.all(Stream.of(verifiedOrganisation(PAOLO), verifiedOrganisation(PAOLO))
                .map(another -> () -> takeOver(shift, another).statusCode()));
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        city.soon(() -> assertThat(city.messages(person)).containsExactly("SHIFT_TAKEN_OVER"));
    }

    @Test
    void or_the_coordinator_cancels_it_and_people_are_told_once() {
        UUID shift = shift(ANNA, opportunity, inDays(2), 1);
        List<UUID> people = signedUp(shift, 2);
        asCoordinator().delete("/api/v1/shifts/{id}", shift).then().statusCode(404);
        suspend(organisation);
        asCoordinator().delete("/api/v1/shifts/{id}", shift).then().statusCode(204);
        asCoordinator().delete("/api/v1/shifts/{id}", shift).then().statusCode(204);
        city.soon(() -> people.forEach(person -> assertThat(city.messages(person)).containsExactly("SHIFT_CANCELLED")));
        assertThat(city.told(shift)).containsOnlyOnce("ShiftCancelled.v1");
        reinstate(organisation);
        given().get("/api/v1/shifts/{id}", shift).then().body("state", equalTo("CANCELLED"));
    }

    @Test
    void a_later_one_is_cancelled_after_seven_days_and_not_before() {
        UUID shift = shift(ANNA, opportunity, inDays(10), 1);
        List<UUID> people = signedUp(shift, 2);
        suspend(organisation);
        city.suspendedFor(organisation, Duration.ofDays(7).minusMinutes(1));
        frozen.cancelDue();
        assertThat(stateOf(people.get(0), shift)).isEqualTo("CONFIRMED");
        people.forEach(person -> assertThat(city.messages(person)).isEmpty());
        city.suspendedFor(organisation, Duration.ofDays(7));
        city.soon(() -> people.forEach(person -> assertThat(city.messages(person)).containsExactly("SHIFT_CANCELLED")));
        frozen.cancelDue();
        assertThat(city.told(shift)).containsOnlyOnce("ShiftCancelled.v1");
        reinstate(organisation);
        people.forEach(person -> assertThat(stateOf(person, shift)).isEqualTo("REMOVED"));
        given().get("/api/v1/shifts/{id}", shift).then().body("state", equalTo("CANCELLED"));
    }

    @Test
    void cancelled_by_many_at_once_people_are_told_once() {
        List<UUID> shifts = IntStream.range(8, 14).mapToObj(day -> shift(ANNA, opportunity, inDays(day), 1)).toList();
        List<UUID> people = shifts.stream().map(shift -> signedUp(shift, 1).get(0)).toList();
        suspend(organisation);
        city.suspendedFor(organisation, Duration.ofDays(8));
        List<Callable<Integer>> rush = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> rush.add(() -> {
            frozen.cancelDue();
            return 204;
        }));
        shifts.forEach(shift -> rush.add(() -> asCoordinator().delete("/api/v1/shifts/{id}", shift).statusCode()));
        assertThat(AtOnce.all(rush.stream())).containsOnly(204);
        city.soon(() -> people.forEach(person -> assertThat(city.messages(person)).containsExactly("SHIFT_CANCELLED")));
        shifts.forEach(shift -> assertThat(city.told(shift)).containsOnlyOnce("ShiftCancelled.v1"));
    }

    @Test
    void seven_days_count_from_the_last_suspension() {
        UUID shift = shift(ANNA, opportunity, inDays(10), 1);
        suspend(organisation);
        suspend(organisation).then().statusCode(409).body("type", equalTo("/problems/organisation-not-in-this-state"));
        city.suspendedFor(organisation, Duration.ofDays(6));
        reinstate(organisation);
        suspend(organisation);
        frozen.cancelDue();
        reinstate(organisation);
        given().get("/api/v1/shifts/{id}", shift).then().body("state", equalTo("OPEN"));
    }

    @Test
    void one_that_nobody_took_over_is_not_begun() {
        UUID shift = shift(ANNA, opportunity, inDays(2), 1);
        UUID person = signedUp(shift, 1).get(0);
        String id = as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).path("items[0].personId");
        suspend(organisation);
        city.suspendedFor(organisation, Duration.ofDays(1));
        city.moveIntoThePast(shift, Duration.ofMinutes(1));
        as(ANNA).body(Map.of("personId", id, "checkIn", in(Duration.ofSeconds(-30)).toString()))
                .post("/api/v1/shifts/{id}/attendances", shift).then().statusCode(409);
        city.soon(() -> assertThat(city.messages(person)).containsExactly("SHIFT_CANCELLED"));
        assertThat(stateOf(person, shift)).isEqualTo("REMOVED");
    }

    @Test
    void one_that_had_begun_goes_on_to_its_end() {
        UUID shift = shift(ANNA, opportunity, inDays(2), 1);
        UUID person = signedUp(shift, 1).get(0);
        city.moveIntoThePast(shift, Duration.ofHours(1));
        suspend(organisation);
        frozen.cancelDue();
        came(ANNA, person, shift).then().statusCode(200);
        asCoordinator().delete("/api/v1/shifts/{id}", shift).then().statusCode(404);
        assertThat(city.told(shift)).doesNotContain("ShiftCancelled.v1");
    }

    @Test
    void while_frozen_people_leave_and_come_back_and_nobody_is_called() {
        UUID shift = shift(ANNA, opportunity, inDays(5), 2);
        List<UUID> people = signedUp(shift, 4);
        suspend(organisation);
        leave(people.get(0), shift).then().statusCode(204);
        leave(people.get(1), shift).then().statusCode(204);
        restore(people.get(1), shift).then().statusCode(200).body("state", equalTo("CONFIRMED"));
        assertThat(numberOf(people.get(2), shift)).isEqualTo(1);
        change(shift, Map.of("minimumStaffing", 1)).then().statusCode(409)
                .body("type", equalTo("/problems/organisation-not-verified"));
        reinstate(organisation);
        assertThat(stateOf(people.get(2), shift)).isEqualTo("CONFIRMED");
        assertThat(numberOf(people.get(3), shift)).isEqualTo(1);
    }

    @Test
    void who_waits_gets_the_free_place_when_it_is_taken_over() {
        UUID shift = shift(ANNA, opportunity, inDays(2), 1);
        List<UUID> people = signedUp(shift, 2);
        suspend(organisation);
        leave(people.get(0), shift);
        takeOver(shift, verifiedOrganisation(PAOLO)).then().statusCode(200).body("roles[0].taken", equalTo(1));
        assertThat(stateOf(people.get(1), shift)).isEqualTo("CONFIRMED");
        assertThat(city.told(shift)).endsWith("VolunteerLeft.v1", "ShiftChanged.v1", "VolunteerConfirmed.v1");
    }

    @Test
    void a_place_that_people_were_asked_about_waits() {
        UUID soon = shift(ANNA, opportunity, in(Duration.ofHours(1)), 1);
        List<UUID> asked = signedUp(soon, 2);
        leave(asked.get(0), soon);
        suspend(organisation);
        accept(asked.get(1), soon).then().statusCode(409).body("type", equalTo("/problems/shift-frozen"));
        takeOver(soon, verifiedOrganisation(PAOLO)).then().statusCode(200);
        accept(asked.get(1), soon).then().statusCode(200).body("state", equalTo("CONFIRMED"));
    }

    /** Whoever was answered 201 came before the suspension: she is in the shift and told of its end, nobody else is. */
    @Test
    void who_signs_up_while_it_is_suspended_is_refused_or_counted_with_the_others() {
        for (int round = 0; round < 5; round++) {
            UUID another = verifiedOrganisation(ANNA);
            UUID shift = shift(ANNA, City.opportunity(ANNA, another), inDays(2), 3);
            List<UUID> people = Stream.generate(City::somebody).limit(8).toList();
            List<Callable<Integer>> rush = new ArrayList<>();
            people.forEach(person -> rush.add(() -> signUp(person, shift).statusCode()));
            rush.add(() -> suspend(another).statusCode());
            List<Integer> answers = AtOnce.all(rush.stream());
            assertThat(answers.get(people.size())).isEqualTo(200);
            assertThat(answers).isSubsetOf(200, 201, 404);
            signUp(somebody(), shift).then().statusCode(404);
            asCoordinator().delete("/api/v1/shifts/{id}", shift).then().statusCode(204);
            for (int i = 0; i < people.size(); i++) {
                UUID person = people.get(i);
                List<String> expected = answers.get(i) == 201 ? List.of("SHIFT_CANCELLED") : List.of();
                city.soon(() -> assertThat(city.messages(person)).isEqualTo(expected));
            }
        }
    }

    @Test
    void who_leaves_while_it_is_taken_over_or_reinstated_leaves_her_place_to_who_waits() {
        for (int round = 0; round < 6; round++) {
            UUID owner = verifiedOrganisation(ANNA);
            UUID shift = shift(ANNA, City.opportunity(ANNA, owner), inDays(2), 2);
            List<UUID> people = signedUp(shift, 4);
            suspend(owner);
            UUID another = verifiedOrganisation(PAOLO);
            boolean reinstated = round % 2 == 0;
            List<Integer> answers = AtOnce.all(() -> leave(people.get(0), shift).statusCode(),
                    () -> (reinstated ? reinstate(owner) : takeOver(shift, another)).statusCode(),
                    () -> leave(people.get(1), shift).statusCode());
            assertThat(answers).isSubsetOf(200, 204);
            given().get("/api/v1/shifts/{id}", shift).then().body("roles[0].taken", equalTo(2))
                    .body("roles[0].waiting", equalTo(0));
        }
    }

    @Test
    void its_pages_are_hidden_and_it_opens_nothing_new() {
        UUID shift = shift(ANNA, opportunity, inDays(5), 1);
        suspend(organisation);
        String unknown = signUp(somebody(), UUID.randomUUID()).then().statusCode(404).extract().path("type");
        for (String role : List.of("PACKER", "LEAD")) {
            signUp(somebody(), shift, role, UUID.randomUUID()).then().statusCode(404).body("type", equalTo(unknown));
        }
        signUp(ANNA, shift).then().statusCode(409).body("type", equalTo("/problems/shift-frozen"));
        for (String path : List.of("/shifts/" + shift, "/opportunities/" + opportunity, "/organisations/" + organisation)) {
            given().get("/api/v1" + path).then().statusCode(404);
        }
        given().get("/api/v1/organisations?ids={id}", organisation).then().body("items.size()", equalTo(0));
        as(ANNA).body(City.help(organisation)).post("/api/v1/opportunities").then().statusCode(409);
        as(ANNA).body(City.times(inDays(4), Duration.ofHours(1), 1)).post("/api/v1/opportunities/{id}/shifts", opportunity)
                .then().statusCode(409);
        given().get("/api/v1/shifts?limit=100").then().body("items.id", not(hasItem(shift.toString())));
    }

    private static Response takeOver(UUID shift, UUID organisation) {
        return asCoordinator().body(Map.of("organisationId", organisation)).post("/api/v1/shifts/{id}/takeover", shift);
    }

    private static Response came(UUID organiser, UUID person, UUID shift) {
        return as(organiser).body(Map.of("subject", person, "checkIn", in(Duration.ofMinutes(-50)).toString()))
                .post("/api/v1/shifts/{id}/attendances", shift);
    }

    private static boolean frozenFor(UUID person, UUID shift) {
        return OrganisedShifts.<Boolean>mine(person, shift, "frozen");
    }

    private static List<String> toTakeOver() {
        return asCoordinator().get("/api/v1/shifts/to-take-over?limit=100").then().statusCode(200).extract().path("items.id");
    }

    private List<String> publicShifts() {
        return given().get("/api/v1/shifts?ownerId={id}", organisation).then().statusCode(200).extract().path("items.id");
    }
}
