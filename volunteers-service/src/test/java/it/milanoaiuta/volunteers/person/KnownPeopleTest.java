package it.milanoaiuta.volunteers.person;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.AtOnce;
import it.milanoaiuta.platform.testing.TestTokens;
import it.milanoaiuta.volunteers.City;

/** Whoever signed in once is known; nobody else is. */
@QuarkusTest
class KnownPeopleTest {

    @Inject
    City city;

    @ParameterizedTest
    @ValueSource(strings = {"/me/sign-ups", "/organisations/mine", "/shifts",
            "/organisations/0192f000-0000-7000-8000-00000000ffff"})
    void whatever_she_asks_first_makes_her_known(String path) {
        UUID person = somebody();
        assertThat(asked(person)).isEqualTo(404);
        as(person).get("/api/v1" + path);
        assertThat(asked(person)).isEqualTo(204);
    }

    @Test
    void asked_ten_times_at_once_she_is_one_person() {
        UUID person = somebody();
        AtOnce.all(Stream.<Callable<Integer>>generate(() -> () -> as(person).get("/api/v1/me/sign-ups").statusCode())
                .limit(10));
        assertThat(city.row("select cast(count(*) as text) from person where subject = '%s'".formatted(person))).isEqualTo("1");
    }

    @Test
    void whose_sign_in_is_over_reads_what_is_public_and_is_not_met() {
        UUID person = somebody();
        given().auth().oauth2(TestTokens.of(person, Instant.now().minusSeconds(60), TestTokens.AUDIENCE))
                .get("/api/v1/shifts").then().statusCode(200);
        assertThat(asked(person)).isEqualTo(404);
    }

    @Test
    void a_service_is_no_person() {
        UUID service = somebody();
        as(service, "service").get("/api/v1/shifts").then().statusCode(200);
        assertThat(asked(service)).isEqualTo(404);
    }

    private static int asked(UUID person) {
        return as(somebody(), "service").get("/internal/people/{id}", person).statusCode();
    }
}
