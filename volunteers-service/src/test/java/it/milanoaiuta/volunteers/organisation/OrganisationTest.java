package it.milanoaiuta.volunteers.organisation;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.PAOLO;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.known;
import static it.milanoaiuta.volunteers.City.pendingOrganisation;
import static it.milanoaiuta.volunteers.City.registration;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.AtOnce;
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
    void so_many_of_one_owner_wait_for_the_city_at_once_and_no_more() {
        UUID owner = known();
        List<Integer> answers = AtOnce.all(Stream.<Callable<Integer>>generate(
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
}
