package it.milanoaiuta.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.util.UUID;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.net.SocketAddress;
import it.milanoaiuta.defaults.Problem;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class RateLimitTest {

    private static final int BURST = 100;

    @ConfigProperty(name = "login.double")
    String login;

    @Test
    void a_person_is_counted_by_herself_whatever_token_she_shows() {
        UUID greedy = UUID.randomUUID();
        String first = token(greedy);
        String second = token(greedy);
        IntStream.range(0, BURST).forEach(i -> given().auth().oauth2(i % 2 == 0 ? first : second).get("/api/v1/items").then()
                .statusCode(200));
        given().auth().oauth2(second).get("/api/v1/items").then().statusCode(429).contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", matchesPattern("[1-9]\\d*")).body("type", equalTo("/problems/too-many"));
        given().auth().oauth2(token(UUID.randomUUID())).get("/api/v1/items").then().statusCode(200);
        given().get("/api/v1/items").then().statusCode(200);
    }

    @Test
    void a_forged_token_takes_nothing_from_the_person_it_names() {
        UUID victim = UUID.randomUUID();
        String real = token(victim);
        String forged = real.substring(0, real.lastIndexOf('.') + 1) + "A".repeat(342);
        IntStream.range(0, BURST + 10).forEach(i -> given().auth().oauth2(forged).get("/api/v1/items").then().statusCode(200));
        given().auth().oauth2(real).get("/api/v1/items").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.254, true", "192.0.2.1, 192.0.3.1, false",
            "2001:db8:0:aa00::1, 2001:db8:0:aaff:ffff::9, true", "2001:db8:0:aa00::1, 2001:db8:0:ab00::1, false"})
    void visitors_are_counted_by_their_network(String one, String other, boolean same) {
        assertThat(RateLimit.network(SocketAddress.inetSocketAddress(1, one))
                .equals(RateLimit.network(SocketAddress.inetSocketAddress(2, other)))).isEqualTo(same);
    }

    private String token(UUID sub) {
        return given().get(login + "/token-of?sub=" + sub).asString();
    }
}
