package it.milanoaiuta.gateway.apidoc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.LookedAt;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
@LookedAt("/api/v1/docs")
class ApiDocumentTest {

    @Test
    void the_api_is_described_in_one_document_and_on_a_page() {
        given().get("/api/v1/openapi.json").then().statusCode(200).body("openapi", equalTo("3.1.0"))
                .body("paths.keySet()", hasItems("/api/v1/dashboard", "/api/v1/shifts", "/api/v1/items", "/api/v1/hubs"))
                .body("paths.'/api/v1/dashboard'.get.tags", contains("gateway"))
                .body("paths.keySet()", not(org.hamcrest.Matchers.hasItem(containsString("/internal"))));
        JsonPath document = given().get("/api/v1/openapi.json").jsonPath();
        Map<String, Map<String, ?>> components = document.getMap("components");
        Set<String> references = new TreeSet<>();
        Pattern reference = Pattern.compile("\"#/components/([^/]+)/([^\"]+)\"");
        reference.matcher(given().get("/api/v1/openapi.json").asString()).results()
                .forEach(r -> references.add(r.group(1) + "." + r.group(2)));
        assertThat(references).contains("responses.Problem", "parameters.IdempotencyKey").allSatisfy(to -> {
            String[] parts = to.split("\\.", 2);
            assertThat((Object) components.get(parts[0]).get(parts[1])).isNotNull();
        });
        assertThat(document.<String, Object>getMap("paths").keySet()).extracting(path -> path.replaceAll("\\{[^}]+}", "{}"))
                .doesNotHaveDuplicates();
        assertThat(document.<String>getList("paths.values().collectMany { it.values().operationId }")).doesNotHaveDuplicates()
                .contains("getDashboard", "getShiftsById");
        given().get("/api/v1/openapi.yaml").then().statusCode(200).body(containsString("openapi:"));
        given().accept("text/html").get("/api/v1/docs").then().statusCode(200).contentType("text/html")
                .body(containsString("Idempotency-Key")).body(containsString("Casa della Carità"))
                .body(containsString("Refused: 409 organisation-not-")).body(containsString("<code>LEAD</code> …"));
    }
}
