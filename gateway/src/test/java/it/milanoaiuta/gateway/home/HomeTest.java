package it.milanoaiuta.gateway.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.LookedAt;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
@LookedAt("/")
class HomeTest {

    @Test
    void home_shows_people_goods_and_hubs() {
        given().accept("text/html").header("Accept-Language", "it").get("/").then().statusCode(200)
                .body(containsString("lang=\"it\"")).body(containsString("Preparare i pacchi della settimana"))
                .body(containsString("Mele")).body(containsString("100 kg")).body(containsString("Foody Zero Sprechi"))
                .body(containsString("Hub dimostrativo: non è un luogo reale"))
                .body(matchesPattern("(?s).*oggi (chiuso|dalle \\d\\d:\\d\\d alle \\d\\d:\\d\\d).*"));
    }

    @Test
    void home_composes_and_names_what_is_missing() {
        given().get("/api/v1/home").then().statusCode(200).body("people", hasSize(3)).body("goods", hasSize(1))
                .body("hubs", hasSize(5)).body("missing", hasSize(0)).body("goods[0].lines[0].lacking", equalTo("100.000"));
    }
}
