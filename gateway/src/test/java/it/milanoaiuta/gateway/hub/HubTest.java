package it.milanoaiuta.gateway.hub;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.gateway.Browser;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.LookedAt;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
@LookedAt("/app/hubs/" + HubTest.ISOLA + "?day=2026-12-05")
class HubTest {

    static final String ISOLA = "0192f000-0000-7000-8000-000000000101";
    private static final String ARRIVAL = "0192f000-0000-7000-8000-000000000801";
    private static final String AT_THE_DOOR = "0192f000-0000-7000-8000-000000000803";
    /** Was to come to another hub. */
    private static final String ELSEWHERE = "0192f000-0000-7000-8000-000000000807";

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "login.double")
    String login;

    @Test
    void a_hubs_day_speaks_plainly() throws Exception {
        String day = open("/app/hubs/" + ISOLA + "?day=2026-12-05").body();
        assertThat(day).contains("Isola", "Mele", "120,5 kg", "Yogurt", "/app/arrivals/" + ARRIVAL, "Preparazione pacchi");
        assertThat(day).containsOnlyOnce("2 persone · dalle 09:00 alle 12:00");
        assertThat(day.toLowerCase()).doesNotContain("lotto", "fefo", ">lot<", "case", "nil ");
    }

    @Test
    void a_hubs_day_counts_what_waits_to_be_looked_into() throws Exception {
        String path = "/app/hubs/" + ISOLA + "?day=2026-12-05";
        assertThat(open(path).body()).contains("2 cose da controllare: ogni volta due consegne di fila non sono riuscite.");
        assertThat(open(path + "&lang=ar").body()).contains("أمران يحتاجان إلى متابعة");
        String token = given().get(login + "/token-of?sub=" + UUID.randomUUID()).asString();
        given().auth().oauth2(token).get("/api/v1/hubs/" + ISOLA + "/day").then().statusCode(200).body("openTasks", equalTo(2));
    }

    @Test
    void a_code_no_hub_knows_is_said_where_it_was_typed() throws Exception {
        HttpResponse<String> again = manager(ELSEWHERE).send("/app/hubs/" + ISOLA + "/by-code",
                Map.of("key", UUID.randomUUID().toString(), "code", "MA-\"<b>"));
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("Nessun hub conosce questa donazione", "value=\"MA-&quot;&lt;b&gt;\"", "Isola");
        assertThat(open("/app/hubs/" + ISOLA + "/by-code").uri().getPath()).isEqualTo("/app/hubs/" + ISOLA);
    }

    @Test
    void goods_nobody_gave_a_time_for_show_none() throws Exception {
        String day = open("/app/hubs/" + ISOLA + "?day=2026-12-05").body();
        assertThat(day).contains("Mercato di prova", "dalle 09:00 alle 11:00").doesNotContain("dalle 09:00 alle 09:00", "null");
        assertThat(day.indexOf("Mercato di prova")).as("what is still to do comes first")
                .isLessThan(day.indexOf("Banco Alimentare"));
        assertThat(open("/app/arrivals/" + AT_THE_DOOR).statusCode()).isEqualTo(200);
    }

    @Test
    void a_part_that_hangs_is_named_and_nothing_is_said_in_its_place() throws Exception {
        String path = "/hubs/" + ISOLA + "/day?day=1999-12-31";
        Instant begin = Instant.now();
        HttpResponse<String> day = open("/app/hubs/" + ISOLA + "?day=1999-12-31");
        assertThat(day.statusCode()).isEqualTo(200);
        assertThat(day.body()).contains("non risponde", "Hub e consegne", "Isola", "Preparazione pacchi")
                .doesNotContain("non è previsto nessun arrivo");
        String token = given().get(login + "/token-of?sub=" + UUID.randomUUID()).asString();
        given().auth().oauth2(token).get("/api/v1" + path).then().statusCode(200).body("missing", contains("food-hub"))
                .body("hub.name", equalTo("Isola"));
        assertThat(Duration.between(begin, Instant.now())).as("two answers").isLessThan(Duration.ofSeconds(8));
    }

    private HttpResponse<String> open(String path) throws Exception {
        return new Browser(address, UUID.randomUUID().toString()).open(path);
    }

    private Browser manager(String arrival) throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/arrivals/" + arrival);
        return browser;
    }
}
