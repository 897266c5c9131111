package it.milanoaiuta.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
    void every_example_is_as_what_is_answered() throws IOException {
        ask("/api/v1/home", "/api/v1/home");
        ask("/api/v1/hubs/" + ISOLA + "/day", "/api/v1/hubs/{id}/day");
        examples.met("GET", "/api/v1/dashboard", null, withParts(answer("/api/v1/dashboard")));
        ask("/status", "/status");
        assertThat(examples.wrong()).isEmpty();
    }

    private void ask(String path, String template) {
        examples.met("GET", template, null, answer(path));
    }

    private String answer(String path) {
        String token = given().get(login + "/token-of?roles=coordinator&sub=" + UUID.randomUUID()).asString();
        return given().auth().oauth2(token).accept("application/json").get(path).then().statusCode(200).extract().asString();
    }

    /** The doubles only echo: what the services say of their figures is held where they are, and by the schema. */
    private static String withParts(String dashboard) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode answer = (ObjectNode) json.readTree(dashboard);
        JsonNode shown = json.readTree(Path.of("contracts/examples/DashboardResource_dashboard.json").toFile());
        List.of("volunteers", "donations", "foodHub").forEach(part -> answer.set(part, shown.path("answer").path(part)));
        return answer.toString();
    }
}
