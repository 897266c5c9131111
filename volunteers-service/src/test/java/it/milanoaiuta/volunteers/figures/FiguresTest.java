package it.milanoaiuta.volunteers.figures;

import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.asCoordinator;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.leave;
import static it.milanoaiuta.volunteers.City.opportunity;
import static it.milanoaiuta.volunteers.City.shift;
import static it.milanoaiuta.volunteers.City.signUp;
import static it.milanoaiuta.volunteers.City.verifiedOrganisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import it.milanoaiuta.volunteers.City;

@QuarkusTest
class FiguresTest {

    /** Far from the other tests' days: the figures are the whole city's. */
    private static final int FAR = 400;

    @Inject
    City city;

    @Test
    void balances_equal_a_recount_in_any_period() {
        Random random = new Random(7);
        UUID opportunity = opportunity(ANNA, verifiedOrganisation(ANNA));
        List<UUID> people = Stream.generate(City::somebody).limit(6).toList();
        for (int day = FAR; day < FAR + 12; day++) {
            UUID shift = shift(ANNA, opportunity, inDays(day), 4);
            people.stream().filter(person -> random.nextBoolean()).forEach(person -> signUp(person, shift));
            people.stream().filter(person -> random.nextInt(4) == 0).forEach(person -> leave(person, shift));
            if (random.nextInt(4) == 0) {
                as(ANNA).delete("/api/v1/shifts/{id}", shift);
            }
        }
        city.everybodyCame(LocalDate.now().plusDays(FAR - 1), random);

        LocalDate today = LocalDate.now().plusDays(FAR);
        for (int i = 0; i < 30; i++) {
            LocalDate from = today.plusDays(random.nextInt(20) - 2);
            LocalDate to = from.plusDays(random.nextInt(12));
            JsonPath figures = asCoordinator().get("/api/v1/figures?from=%s&to=%s".formatted(from, to)).then().statusCode(200)
                    .extract().jsonPath();
            City.Recount recount = city.recount(from, to);
            assertThat(figures.getLong("total.volunteers")).as("volunteers %s to %s", from, to).isEqualTo(recount.volunteers());
            assertThat(figures.getString("total.hours")).isEqualTo(recount.hours().toPlainString());
            assertThat(figures.getLong("total.confirmed")).isEqualTo(recount.confirmed());
            assertThat(figures.getLong("total.shifts")).isEqualTo(recount.shifts());
            assertThat(figures.getLong("total.places")).isEqualTo(recount.places());
            assertThat(figures.getList("byDay.shifts", Integer.class).stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo((int) recount.shifts());
        }
    }

    @Test
    void a_period_has_a_first_and_a_last_day_in_order_and_at_most_a_year() {
        asCoordinator().get("/api/v1/figures?from=2026-03-01").then().statusCode(400)
                .body("violations.field", equalTo(List.of("to")));
        asCoordinator().get("/api/v1/figures?from=2026-03-02&to=2026-03-01").then().statusCode(400);
        asCoordinator().get("/api/v1/figures?from=2026-03-01&to=2027-03-02").then().statusCode(400);
        asCoordinator().get("/api/v1/figures?from=2026-03-01&to=2026-03-01").then().statusCode(200)
                .body("total.volunteers", equalTo(0)).body("total.hours", equalTo("0.00"));
    }
}
