package it.milanoaiuta.volunteers;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.signUp;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.restassured.response.Response;

/** Anna's organisation wants help, people sign up for its shifts, and every count is what it counts afterwards. */
public abstract class OrganisedShifts {

    @Inject
    protected City city;

    protected UUID organisation;
    protected UUID opportunity;

    @BeforeEach
    void anOrganisationWantsHelp() {
        organisation = City.verifiedOrganisation(ANNA);
        opportunity = City.opportunity(ANNA, organisation);
    }

    @AfterEach
    void everyCountIsWhatItCounts() {
        city.mustAddUp();
    }

    protected static List<UUID> signedUp(UUID shift, int howMany) {
        return Stream.generate(City::somebody).limit(howMany)
                .peek(person -> signUp(person, shift).then().statusCode(201)).toList();
    }

    protected static Response restore(UUID person, UUID shift) {
        return as(person).post("/api/v1/shifts/{id}/sign-ups/me/restoration", shift);
    }

    protected static Response accept(UUID person, UUID shift) {
        return as(person).post("/api/v1/shifts/{id}/sign-ups/me/acceptance", shift);
    }

    protected static String stateOf(UUID person, UUID shift) {
        return mine(person, shift, "state");
    }

    protected static Integer numberOf(UUID person, UUID shift) {
        return mine(person, shift, "number");
    }

    /** Of her newest sign-up for the shift. */
    protected static <T> T mine(UUID person, UUID shift, String field) {
        return as(person).get("/api/v1/me/sign-ups").then().statusCode(200).extract()
                .path("items.findAll { it.shiftId == '%s' }.last().%s".formatted(shift, field));
    }

    protected static Response change(UUID shift, Map<String, Object> change) {
        return changeSeen(etag(shift), shift, change);
    }

    protected static Response changeSeen(String etag, UUID shift, Map<String, Object> change) {
        return as(ANNA).header("If-Match", etag).body(change).patch("/api/v1/shifts/{id}", shift);
    }

    protected static String etag(UUID shift) {
        return as(ANNA).get("/api/v1/shifts/{id}", shift).then().statusCode(200).extract().header("ETag");
    }
}
