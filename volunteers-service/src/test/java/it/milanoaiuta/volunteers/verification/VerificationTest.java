package it.milanoaiuta.volunteers.verification;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.PAOLO;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.id;
import static it.milanoaiuta.volunteers.City.pendingOrganisation;
import static it.milanoaiuta.volunteers.City.registration;
import static it.milanoaiuta.volunteers.City.somebody;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What the city decides, and about which organisations. */
@QuarkusTest
class VerificationTest {

    private static final String PATH = "/api/v1/organisations";

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
    void who_is_no_coordinator_decides_nothing() {
        UUID organisation = pendingOrganisation(ANNA);
        as(ANNA).body(Map.of("decision", "VERIFIED")).post(PATH + "/{id}/verification", organisation).then().statusCode(403);
        given().contentType("application/json").body(Map.of("decision", "VERIFIED"))
                .post(PATH + "/{id}/verification", organisation).then().statusCode(401);
        as(ANNA).get(PATH + "/{id}", organisation).then().body("status", not(equalTo("VERIFIED")));
    }
}
