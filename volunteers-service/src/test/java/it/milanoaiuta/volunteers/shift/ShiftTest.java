package it.milanoaiuta.volunteers.shift;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.opportunity;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.somebody;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.volunteers.City;

@QuarkusTest
class ShiftTest {

    @Inject
    City city;

    private UUID organisation;
    private UUID opportunity;

    /** The application's address is known only now, not when the test is made. */
    @BeforeEach
    void anna_has_an_opportunity() {
        organisation = verifiedOrganisation(ANNA);
        opportunity = opportunity(ANNA, organisation);
    }

    @Test
    void everybody_sees_open_shifts_by_start_page_by_page() {
        Instant start = inDays(3);
        List<String> opened = IntStream.range(0, 5)
                .mapToObj(i -> shift(ANNA, opportunity, start.plus(Duration.ofHours(i / 2)), 1).toString()).toList();
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = given().get("/api/v1/shifts?ownerId={o}&limit=2&cursor={c}", organisation, cursor).then()
                    .statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(opened).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 2)).containsExactlyInAnyOrderElementsOf(opened.subList(0, 2));
    }

    @Test
    void filters_add_up() {
        UUID full = shift(ANNA, opportunity, inDays(3), 1);
        UUID free = shift(ANNA, opportunity, inDays(5), 1);
        signUp(somebody(), full);
        listed("free=true", free);
        listed("free=false", full, free);
        listed("municipio=6&task=PACKING", full, free);
        listed("municipio=7");
        listed("task=DRIVING");
        listed("to=" + inDays(4), full);
        listed("from=" + inDays(4), free);
        given().get("/api/v1/shifts?free=maybe").then().statusCode(400).body("violations.field", hasItem("free"));
    }

    @Test
    void what_was_cancelled_or_has_begun_or_is_of_a_suspended_organisation_is_not_listed() {
        UUID begun = shift(ANNA, opportunity, inDays(3), 1);
        city.moveIntoThePast(begun, Duration.ofMinutes(1));
        UUID cancelled = shift(ANNA, opportunity, inDays(3), 1);
        City.as(ANNA).delete("/api/v1/shifts/{id}", cancelled);
        UUID open = shift(ANNA, opportunity, inDays(3), 1);
        listed("free=false", open);
        asCoordinator().body(Map.of("reason", "x")).post("/api/v1/organisations/{id}/suspension", organisation);
        listed("free=false");
    }

    @Test
    void only_a_verified_organisation_publishes() {
        UUID pending = City.pendingOrganisation(ANNA);
        City.as(ANNA).body(City.help(pending)).post("/api/v1/opportunities").then().statusCode(409)
                .body("type", equalTo("/problems/organisation-not-verified"));
    }

    @Test
    void one_posting_of_an_owner_asks_for_people_once() {
        UUID posting = UUID.randomUUID();
        Map<String, Object> help = new HashMap<>(City.help(organisation));
        help.put("postingId", posting);
        List<Integer> answers = AtOnce.all(Stream.<Callable<Integer>>generate(
                () -> () -> City.as(ANNA).body(help).post("/api/v1/opportunities").statusCode()).limit(4));
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        City.as(ANNA).body(help).post("/api/v1/opportunities").then().statusCode(409)
                .body("type", equalTo("/problems/posting-taken")).body("violations.field", is(List.of("postingId")));
        help.put("ownerId", verifiedOrganisation(ANNA));
        City.as(ANNA).body(help).post("/api/v1/opportunities").then().statusCode(201)
                .body("postingId", equalTo(posting.toString()));
    }

    @Test
    void a_refusal_speaks_the_callers_language() {
        UUID pending = City.pendingOrganisation(ANNA);
        City.as(ANNA).header("Accept-Language", "it").body(City.help(pending)).post("/api/v1/opportunities").then()
                .body("title", equalTo("Non verificata"));
    }

    private void listed(String filter, UUID... shifts) {
        given().get("/api/v1/shifts?ownerId=" + organisation + "&" + filter).then().statusCode(200).body("items.id",
                is(List.of(shifts).stream().map(UUID::toString).toList()));
    }
}
