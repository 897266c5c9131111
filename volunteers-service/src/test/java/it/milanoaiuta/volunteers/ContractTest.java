package it.milanoaiuta.volunteers;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.in;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.known;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.opportunity;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.ContractRules;

/** What is told is what the contract files say, and what others' files say is understood. */
@QuarkusTest
class ContractTest extends ContractRules {

    @Inject
    City city;

    @Inject
    Neighbours neighbours;

    ContractTest() {
        super("volunteers");
    }

    /** So that each of them is checked, here and after every test class. */
    @Test
    void every_event_is_told() {
        everythingHappens();
        assertThat(city.everythingTold().stream().map(City.ToldEvent::type).distinct())
                .containsExactlyInAnyOrderElementsOf(schemas());
    }

    @Test
    void nothing_that_was_told_is_text_somebody_wrote() {
        everythingHappens();
        city.everythingTold().forEach(event -> assertThat(event.payload()).doesNotContain("pacchi", "via Ovada",
                "example.org", "Barona", "Complaint"));
    }

    @Test
    void the_examples_of_food_hub_are_understood() {
        for (String topic : List.of("food-hub.hubs", "food-hub.help-requests")) {
            neighbours.handlers(topic).keySet().stream().sorted(Comparator.reverseOrder()).forEach(
                    type -> neighbours.tell(topic, type, neighbours.example("food-hub-service", type, Map.of())));
        }
    }

    private void everythingHappens() {
        UUID organisation = verifiedOrganisation(ANNA);
        UUID opportunity = opportunity(ANNA, organisation);
        UUID member = known();
        as(ANNA).body(Map.of("subject", member, "role", "MEMBER")).post("/api/v1/organisations/{id}/members", organisation);
        as(member).delete("/api/v1/organisations/{id}/members/{member}", organisation, member);
        UUID shift = shift(ANNA, opportunity, inDays(3), 1);
        UUID person = somebody();
        signUp(person, shift);
        signUp(somebody(), shift);
        leave(person, shift);
        String seen = as(ANNA).get("/api/v1/shifts/{id}", shift).header("ETag");
        as(ANNA).header("If-Match", seen).body(Map.of("minimumStaffing", 1)).patch("/api/v1/shifts/{id}", shift);
        city.moveIntoThePast(shift, Duration.ofHours(1));
        String present = as(ANNA).get("/api/v1/shifts/{id}/sign-ups", shift).then().extract().path("items[1].personId");
        as(ANNA).body(Map.of("personId", present, "checkIn", in(Duration.ofMinutes(-50)).toString()))
                .post("/api/v1/shifts/{id}/attendances", shift).then().statusCode(200);
        as(ANNA).delete("/api/v1/shifts/{id}", shift(ANNA, opportunity, inDays(4), 1)).then().statusCode(204);
        asCoordinator().body(Map.of("reason", "Complaint")).post("/api/v1/organisations/{id}/suspension", organisation);
        asCoordinator().delete("/api/v1/organisations/{id}/suspension", organisation);
    }
}
