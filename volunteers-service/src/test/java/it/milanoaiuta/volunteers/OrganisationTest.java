package it.milanoaiuta.volunteers;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.PAOLO;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.id;
import static it.milanoaiuta.volunteers.City.known;
import static it.milanoaiuta.volunteers.City.pendingOrganisation;
import static it.milanoaiuta.volunteers.City.registration;
import static it.milanoaiuta.volunteers.City.signsIn;
import static it.milanoaiuta.volunteers.City.somebody;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static it.milanoaiuta.volunteers.City.withKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import it.milanoaiuta.platform.testing.OnLocalStack;

@QuarkusTest
@QuarkusTestResource(value = OnLocalStack.class, initArgs = @ResourceArg(name = "service", value = "volunteers"))
class OrganisationTest {

    @ConfigProperty(name = "volunteers.organisations.most-pending")
    int mostPending;

    private static final String PATH = "/api/v1/organisations";

    @Test
    void whoever_is_signed_in_registers_one_and_owns_it() {
        UUID organisation = pendingOrganisation(ANNA);
        as(ANNA).get(PATH + "/{id}", organisation).then().statusCode(200).body("status", equalTo("PENDING"))
                .body("file.role", equalTo("OWNER"));
        as(ANNA).get(PATH + "/mine?limit=100").then().statusCode(200).body("items.id", hasItem(organisation.toString()));
    }

    @Test
    void a_pending_one_is_seen_by_its_members_and_coordinators_only() {
        UUID organisation = pendingOrganisation(ANNA);
        given().get(PATH + "/{id}", organisation).then().statusCode(404);
        as(PAOLO).get(PATH + "/{id}", organisation).then().statusCode(404);
        asCoordinator().get(PATH + "/{id}", organisation).then().statusCode(200)
                .body("file.email", equalTo("info@example.org"));
        asCoordinator().get(PATH + "?status=PENDING&limit=100").then().statusCode(200)
                .body("items.id", hasItem(organisation.toString()));
        as(PAOLO).get(PATH + "?status=PENDING").then().statusCode(404);
    }

    @Test
    void a_verified_one_is_public_without_its_file() {
        UUID organisation = verifiedOrganisation(ANNA);
        given().get(PATH + "/{id}", organisation).then().statusCode(200).body("status", equalTo("VERIFIED"))
                .body("file", nullValue());
        given().get(PATH + "?ids={a}&ids={b}", organisation, pendingOrganisation(ANNA)).then().statusCode(200)
                .body("items.id", is(List.of(organisation.toString())));
    }

    @Test
    void a_decision_is_taken_once() {
        UUID organisation = verifiedOrganisation(ANNA);
        asCoordinator().body(Map.of("decision", "REJECTED", "reason", "late")).post(PATH + "/{id}/verification", organisation)
                .then().statusCode(409).body("type", equalTo("/problems/organisation-not-in-this-state"));
    }

    @Test
    void rejecting_needs_a_reason_that_its_owner_reads() {
        UUID organisation = pendingOrganisation(ANNA);
        asCoordinator().body(Map.of("decision", "REJECTED")).post(PATH + "/{id}/verification", organisation).then()
                .statusCode(400).body("violations.field", is(List.of("reason")));
        asCoordinator().body(Map.of("decision", "REJECTED", "reason", "No statute")).post(PATH + "/{id}/verification",
                organisation).then().statusCode(200);
        as(ANNA).get(PATH + "/{id}", organisation).then().body("status", equalTo("REJECTED"))
                .body("file.reason", equalTo("No statute"));
    }

    @Test
    void two_verified_ones_never_have_one_fiscal_code() {
        Map<String, Object> registration = new HashMap<>(registration("A"));
        String digits = "%010d".formatted(ThreadLocalRandom.current().nextLong(1, 10_000_000_000L));
        registration.put("fiscalCode", digits + checkDigit(digits));
        UUID first = id(as(ANNA).body(registration).post(PATH));
        UUID second = id(as(PAOLO).body(registration).post(PATH));
        asCoordinator().body(Map.of("decision", "VERIFIED")).post(PATH + "/{id}/verification", first).then().statusCode(200);
        asCoordinator().body(Map.of("decision", "VERIFIED")).post(PATH + "/{id}/verification", second).then().statusCode(409)
                .body("type", equalTo("/problems/fiscal-code-taken"));
        asCoordinator().get(PATH + "/{id}", second).then().body("status", equalTo("PENDING"));
    }

    private static int checkDigit(String digits) {
        int sum = IntStream.range(0, digits.length()).map(i -> (digits.charAt(i) - '0') * (1 + i % 2))
                .map(weighted -> weighted / 10 + weighted % 10).sum();
        return (10 - sum % 10) % 10;
    }

    @Test
    void a_suspended_one_is_hidden_until_it_is_reinstated() {
        UUID organisation = verifiedOrganisation(ANNA);
        asCoordinator().body(Map.of("reason", "Complaint")).post(PATH + "/{id}/suspension", organisation).then()
                .statusCode(200);
        given().get(PATH + "/{id}", organisation).then().statusCode(404);
        as(ANNA).get(PATH + "/{id}", organisation).then().statusCode(200).body("status", equalTo("SUSPENDED"));
        asCoordinator().delete(PATH + "/{id}/suspension", organisation).then().statusCode(204);
        asCoordinator().delete(PATH + "/{id}/suspension", organisation).then().statusCode(204);
        given().get(PATH + "/{id}", organisation).then().statusCode(200);
        asCoordinator().delete(PATH + "/{id}/suspension", pendingOrganisation(ANNA)).then().statusCode(409);
    }

    @Test
    void only_an_owner_names_members_and_strangers_see_nothing() {
        UUID organisation = verifiedOrganisation(ANNA);
        UUID member = known();
        Map<String, Object> paolo = Map.of("subject", signsIn(PAOLO), "role", "MEMBER");
        as(PAOLO).body(paolo).post(PATH + "/{id}/members", organisation).then().statusCode(404);
        as(ANNA).body(Map.of("subject", member, "role", "MEMBER")).post(PATH + "/{id}/members", organisation).then()
                .statusCode(200);
        as(member).body(paolo).post(PATH + "/{id}/members", organisation).then().statusCode(403);
        as(member).get(PATH + "/{id}/members", organisation).then().statusCode(200).body("items.size()", is(2));
        as(PAOLO).get(PATH + "/{id}/members", organisation).then().statusCode(404);
        as(member).delete(PATH + "/{id}/members/{subject}", organisation, ANNA).then().statusCode(403);
        as(member).delete(PATH + "/{id}/members/{subject}", organisation, member).then().statusCode(204);
        as(member).get(PATH + "/{id}/members", organisation).then().statusCode(404);
    }

    @Test
    void only_whoever_signed_in_once_is_named_a_member() {
        UUID organisation = verifiedOrganisation(ANNA);
        UUID person = somebody();
        Map<String, Object> owner = Map.of("subject", person, "role", "OWNER");
        as(ANNA).body(owner).post(PATH + "/{id}/members", organisation).then().statusCode(400)
                .body("violations.field", is(List.of("subject")))
                .body("violations[0].message", containsString("sign in once first"));
        signsIn(person);
        as(ANNA).body(owner).post(PATH + "/{id}/members", organisation).then().statusCode(200);
    }

    @Test
    void no_coordinator_decides_about_an_organisation_of_her_own() {
        UUID her = somebody();
        UUID organisation = pendingOrganisation(her);
        own(as(her, "coordinator").body(Map.of("decision", "VERIFIED")).post(PATH + "/{id}/verification", organisation));
        own(as(her, "coordinator").body(Map.of("decision", "REJECTED", "reason", "x")).post(PATH + "/{id}/verification",
                organisation));
        asCoordinator().body(Map.of("decision", "VERIFIED")).post(PATH + "/{id}/verification", organisation).then()
                .statusCode(200);
        own(as(her, "coordinator").body(Map.of("reason", "x")).post(PATH + "/{id}/suspension", organisation));
        asCoordinator().body(Map.of("reason", "x")).post(PATH + "/{id}/suspension", organisation).then().statusCode(200);
        own(as(her, "coordinator").delete(PATH + "/{id}/suspension", organisation));
        as(her).get(PATH + "/{id}", organisation).then().body("status", equalTo("SUSPENDED"));
    }

    private static void own(Response answer) {
        answer.then().statusCode(403).body("type", equalTo("/problems/own-organisation"));
    }

    @Test
    void so_many_of_one_owner_wait_for_the_city_at_once_and_no_more() {
        UUID owner = known();
        List<Integer> answers = Parallel.all(Stream.<Callable<Integer>>generate(
                () -> () -> as(owner).body(registration("A")).post(PATH).statusCode()).limit(mostPending + 5));
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(mostPending);
        as(owner).body(registration("A")).post(PATH).then().statusCode(409).body("type", equalTo("/problems/too-many-pending"));
        String decided = as(owner).get(PATH + "/mine").then().extract().path("items[0].id");
        asCoordinator().body(Map.of("decision", "VERIFIED")).post(PATH + "/{id}/verification", decided).then()
                .statusCode(200);
        as(owner).body(registration("A")).post(PATH).then().statusCode(201);
    }

    @Test
    void a_persons_own_code_is_not_taken_as_an_organisations() {
        Map<String, Object> registration = new HashMap<>(registration("A"));
        registration.put("fiscalCode", "RSSMRA85T10A562S");
        as(ANNA).body(registration).post(PATH).then().statusCode(400).body("violations.field", is(List.of("fiscalCode")))
                .body("violations[0].message", containsString("eleven digits"));
    }

    @Test
    void who_was_removed_is_not_told_again_what_she_did() {
        UUID organisation = verifiedOrganisation(ANNA);
        UUID second = known();
        as(ANNA).body(Map.of("subject", second, "role", "OWNER")).post(PATH + "/{id}/members", organisation).then()
                .statusCode(200);
        UUID naming = UUID.randomUUID();
        UUID publishing = UUID.randomUUID();
        Map<String, Object> member = Map.of("subject", known(), "role", "MEMBER");
        Map<String, Object> help = City.help(organisation);
        withKey(naming, second).body(member).post(PATH + "/{id}/members", organisation).then().statusCode(200);
        withKey(publishing, second).body(help).post("/api/v1/opportunities").then().statusCode(201);
        as(ANNA).delete(PATH + "/{id}/members/{subject}", organisation, second).then().statusCode(204);
        withKey(naming, second).body(member).post(PATH + "/{id}/members", organisation).then().statusCode(404);
        withKey(publishing, second).body(help).post("/api/v1/opportunities").then().statusCode(404);
    }

    @Test
    void the_last_owner_stays() {
        UUID organisation = verifiedOrganisation(ANNA);
        as(ANNA).delete(PATH + "/{id}/members/{subject}", organisation, ANNA).then().statusCode(409);
        as(ANNA).body(Map.of("subject", ANNA, "role", "MEMBER")).post(PATH + "/{id}/members", organisation).then()
                .statusCode(409).body("type", equalTo("/problems/last-owner-stays"));
    }

    @Test
    void two_owners_who_remove_each_other_at_once_leave_one() {
        for (int round = 0; round < 5; round++) {
            UUID organisation = verifiedOrganisation(ANNA);
            as(ANNA).body(Map.of("subject", signsIn(PAOLO), "role", "OWNER")).post(PATH + "/{id}/members", organisation).then()
                    .statusCode(200);
            long gone = Parallel.all(
                    () -> as(ANNA).delete(PATH + "/{id}/members/{subject}", organisation, PAOLO).statusCode(),
                    () -> as(PAOLO).delete(PATH + "/{id}/members/{subject}", organisation, ANNA).statusCode())
                    .stream().filter(status -> status == 204).count();
            org.junit.jupiter.api.Assertions.assertEquals(1, gone);
        }
    }

    @Test
    void who_is_no_coordinator_decides_nothing() {
        UUID organisation = pendingOrganisation(ANNA);
        as(ANNA).body(Map.of("decision", "VERIFIED")).post(PATH + "/{id}/verification", organisation).then().statusCode(403);
        given().contentType("application/json").body(Map.of("decision", "VERIFIED"))
                .post(PATH + "/{id}/verification", organisation).then().statusCode(401);
        as(ANNA).get(PATH + "/{id}", organisation).then().body("status", not(equalTo("VERIFIED")));
    }
}
