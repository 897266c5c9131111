package it.milanoaiuta.gateway.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.LookedAt;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
@LookedAt("/status")
class StatusTest {

    @Test
    void status_is_a_page_and_json() {
        given().accept("application/json").get("/status").then().statusCode(200)
                .body("parts.find { it.name == 'volunteers' }.up", equalTo(true))
                .body("parts.find { it.name == 'dead' }.up", equalTo(false)).body("up", equalTo(false));
        given().accept("text/html").get("/status").then().statusCode(200).contentType("text/html");
    }
}
