package it.milanoaiuta.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.ApiContractRules;
import it.milanoaiuta.platform.testing.Examples;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class ContractTest extends ApiContractRules {

    private static final String ISOLA = "0192f000-0000-7000-8000-000000000101";

    @ConfigProperty(name = "login.double")
    String login;

    private final Examples examples = new Examples();

    @Test
    void every_example_is_as_what_is_answered() {
        ask("/api/v1/home");
        ask("/api/v1/hubs/" + ISOLA + "/day", "/api/v1/hubs/{id}/day");
        ask("/api/v1/dashboard");
        ask("/status");
        assertThat(examples.wrong()).isEmpty();
    }

    private void ask(String path) {
        ask(path, path);
    }

    private void ask(String path, String template) {
        String token = given().get(login + "/token-of?roles=coordinator&sub=" + UUID.randomUUID()).asString();
        examples.met("GET", template, null, given().auth().oauth2(token).accept("application/json").get(path).then()
                .statusCode(200).extract().asString());
    }
}
