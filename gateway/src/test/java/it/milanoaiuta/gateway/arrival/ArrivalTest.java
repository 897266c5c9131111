package it.milanoaiuta.gateway.arrival;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.gateway.Browser;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.LookedAt;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
@LookedAt({"/app/arrivals/" + ArrivalTest.ARRIVAL,
        "/app/arrivals/" + ArrivalTest.CLOSED + "?aside=0192f000-0000-7000-8000-000000000219"})
class ArrivalTest {

    private static final String ISOLA = "0192f000-0000-7000-8000-000000000101";
    static final String ARRIVAL = "0192f000-0000-7000-8000-000000000801";
    static final String CLOSED = "0192f000-0000-7000-8000-000000000802";
    private static final String AT_THE_DOOR = "0192f000-0000-7000-8000-000000000803";
    /** Was to come to another hub. */
    private static final String ELSEWHERE = "0192f000-0000-7000-8000-000000000807";
    private static final String REFUSED = "0192f000-0000-7000-8000-000000000804";
    private static final String AWAY = "0192f000-0000-7000-8000-000000000805";
    private static final String HANGING = "0192f000-0000-7000-8000-000000000806";
    private static final String APPLES = "0192f000-0000-7000-8000-000000000913";
    private static final String YOGHURT = "0192f000-0000-7000-8000-000000000914";

    @TestHTTPResource("/")
    URI address;

    @Test
    void a_donation_that_comes_to_another_hub_is_checked_in_by_its_code() throws Exception {
        Browser browser = manager(ELSEWHERE);
        HttpResponse<String> found = browser.send("/app/hubs/" + ISOLA + "/by-code",
                Map.of("key", UUID.randomUUID().toString(), "code", "ma 7k3f 9qx2"));
        assertThat(found.uri().getPath()).isEqualTo("/app/arrivals/" + ELSEWHERE);
        assertThat(found.body()).contains("Qui non è atteso", "class=\"arrival\"");
        HttpResponse<String> done = browser.send("/app/arrivals/" + ELSEWHERE, confirmation("40", "48"));
        assertThat(done.statusCode()).as("nothing is missing: the rest comes elsewhere").isEqualTo(200);
        lastReceipt().body("lines[0].accepted", equalTo("40")).body("lines[0].missing", equalTo("0"));
    }

    @Test
    void an_arrival_keeps_what_was_typed_when_a_number_is_none() throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/arrivals/" + ARRIVAL);
        String line = "0192f000-0000-7000-8000-000000000901";
        HttpResponse<String> again = browser.send("/app/arrivals/" + ARRIVAL,
                Map.of("id", UUID.randomUUID().toString(), "version",
                        "0", "accepted-" + line, "molte", "rejected-" + line, "1,5", "missing-" + line, "0"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("value=\"molte\"", "value=\"1,5\"", "aria-invalid=\"true\"", "Scrivi un numero");
    }

    @Test
    void a_page_all_of_which_hangs_says_so_without_waiting_long() throws Exception {
        Instant begin = Instant.now();
        HttpResponse<String> away = open("/app/arrivals/" + HANGING);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void what_is_not_accounted_for_is_asked_about_once() throws Exception {
        Browser browser = manager(AT_THE_DOOR);
        Map<String, String> form = confirmation("٤٠,٥", "48");
        HttpResponse<String> asked = browser.send("/app/arrivals/" + AT_THE_DOOR, form);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("value=\"٤٠,٥\"", "value=\"80\"", "Da giustificare: 80 kg", "<details open>",
                "href=\"#missing-" + APPLES + "\"");
        form.put("missing-" + APPLES, "80");
        HttpResponse<String> done = browser.send("/app/arrivals/" + AT_THE_DOOR, form);
        assertThat(done.uri().getPath()).isEqualTo("/app/arrivals/" + AT_THE_DOOR);
        lastReceipt().body("lines[0].accepted", equalTo("40.5")).body("lines[0].missing", equalTo("80"))
                .body("lines[0].surplus", equalTo("0")).body("close", equalTo(true));
    }

    @Test
    void more_than_expected_is_said_to_be_so() throws Exception {
        manager(AT_THE_DOOR).send("/app/arrivals/" + AT_THE_DOOR, confirmation("120,5", "50"));
        lastReceipt().body("lines[1].accepted", equalTo("48")).body("lines[1].surplus", equalTo("2"))
                .body("lines[1].lots[0].quantity", equalTo("50")).body("lines[1].temperature", equalTo("-4.5"));
    }

    @Test
    void a_date_is_confirmed_only_by_whoever_says_so() throws Exception {
        Map<String, String> form = confirmation("120,5", "48");
        manager(AT_THE_DOOR).send("/app/arrivals/" + AT_THE_DOOR, form);
        lastReceipt().body("lines[1].lots[0]", not(hasKey("confirmed")));
        form.put("confirmed-" + YOGHURT, "true");
        manager(AT_THE_DOOR).send("/app/arrivals/" + AT_THE_DOOR, form);
        lastReceipt().body("lines[1].lots[0].confirmed", equalTo(true));
    }

    @Test
    void nothing_is_missing_of_what_came_whole() throws Exception {
        Map<String, String> form = confirmation("120,5", "48");
        form.put("missing-" + APPLES, "5");
        HttpResponse<String> asked = manager(AT_THE_DOOR).send("/app/arrivals/" + AT_THE_DOOR, form);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("Così si superano le quantità previste (120,5 kg).");
    }

    @Test
    void what_was_too_warm_must_be_put_aside() throws Exception {
        HttpResponse<String> done = manager(AT_THE_DOOR).send("/app/arrivals/" + AT_THE_DOOR, confirmation("120,5", "48"));
        assertThat(done.uri().getQuery()).isEqualTo("aside=0192f000-0000-7000-8000-000000000219");
        String closed = open("/app/arrivals/" + CLOSED + "?aside=0192f000-0000-7000-8000-000000000219").body();
        assertThat(closed).contains("Yogurt", "mettilo da parte");
    }

    @Test
    void a_closed_arrival_tells_what_came_and_what_waits_to_be_settled() throws Exception {
        assertThat(open("/app/arrivals/" + CLOSED).body()).contains("attende una decisione", "rimandato: 2", "non arrivato: 1")
                .doesNotContain("<form method=\"post\" class=\"arrival\"");
    }

    @Test
    void every_violation_is_shown_wherever_it_belongs() throws Exception {
        HttpResponse<String> refused = manager(REFUSED).send("/app/arrivals/" + REFUSED, confirmation("120,5", "48"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("I conti non tornano", "Non ha questa versione.",
                "id=\"accepted-" + APPLES + "-wrong\"",
                "id=\"date-" + YOGHURT + "-wrong\"", "value=\"120,5\"",
                "type=\"checkbox\" id=\"confirmed-" + YOGHURT + "\"", "Guarda di nuovo.", "È stampata così");
    }

    @Test
    void what_was_typed_while_a_service_was_away_can_be_sent_again() throws Exception {
        HttpResponse<String> away = manager(AT_THE_DOOR).send("/app/arrivals/" + AWAY,
                confirmation("120,5", "\"><script>"));
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("Riprova", "name=\"accepted-" + APPLES + "\" value=\"120,5\"", "name=\"id\"")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "id"})
    void a_tampered_form_is_no_failure_of_ours(String field) throws Exception {
        Map<String, String> form = confirmation("120,5", "48");
        form.put(field, "999999999999999999999999");
        assertThat(manager(AT_THE_DOOR).send("/app/arrivals/" + AT_THE_DOOR, form).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> open(String path) throws Exception {
        return new Browser(address, UUID.randomUUID().toString()).open(path);
    }

    private Browser manager(String arrival) throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/arrivals/" + arrival);
        return browser;
    }

    private static Map<String, String> confirmation(String apples, String yoghurt) {
        return new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "version", "0", "accepted-" + APPLES, apples,
                "accepted-" + YOGHURT, yoghurt, "temperature-" + YOGHURT, "−4,5", "date-" + YOGHURT, "2026-12-20"));
    }

    private static ValidatableResponse lastReceipt() {
        return given().get("/api/v1/receipts/last").then().statusCode(200);
    }
}
