package it.milanoaiuta.gateway.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class DashboardTest {

    @ConfigProperty(name = "login.double")
    String login;

    @Test
    void without_dates_it_shows_the_last_seven_days() {
        LocalDate before = today();
        ValidatableResponse shown = dashboard("").statusCode(200).body("missing", hasSize(0));
        LocalDate last = LocalDate.parse(shown.extract().path("to"));
        String period = "from=" + last.minusDays(6) + "&to=" + last;
        assertThat(last).isBetween(before, today());
        shown.body("from", equalTo(last.minusDays(6).toString())).body("volunteers.uri", containsString(period))
                .body("foodHub.uri", containsString(period));
    }

    @Test
    void one_date_is_enough() {
        dashboard("?to=2026-03-31").statusCode(200).body("from", equalTo("2026-03-25"));
        LocalDate before = today();
        String last = dashboard("?from=" + before.minusDays(1)).statusCode(200).extract().path("to");
        assertThat(LocalDate.parse(last)).isBetween(before, today());
    }

    @ParameterizedTest
    @CsvSource({"from=2026-03-02&to=2026-03-01, to", "from=2025-01-01&to=2026-12-31, to", "from=2020-01-01, from",
            "from=2900-01-01, from", "from=yesterday, from"})
    void a_wrong_period_names_the_date_to_change(String period, String field) {
        dashboard("?" + period).statusCode(400).body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource({"from=2026-03-01&to=2026-03-31, DAY", "from=2026-03-01&to=2026-04-01, WEEK",
            "from=2026-01-01&to=2026-07-01, WEEK",
            "from=2026-01-01&to=2026-07-02, MONTH", "from=2025-01-01&to=2026-01-01, MONTH",
            "from=2025-01-01&to=2026-01-01&by=WEEK, WEEK"})
    void the_longer_the_period_the_wider_the_steps_the_hubs_are_asked_by(String period, String step) {
        dashboard("?" + period).statusCode(200).body("foodHub.uri", containsString("by=" + step));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Rome"));
    }

    private ValidatableResponse dashboard(String query) {
        String token = given().get(login + "/token-of?roles=coordinator&sub=" + UUID.randomUUID()).asString();
        return given().auth().oauth2(token).get("/api/v1/dashboard" + query).then();
    }
}
