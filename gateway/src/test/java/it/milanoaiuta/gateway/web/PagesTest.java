package it.milanoaiuta.gateway.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.gateway.Browser;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class PagesTest {

    private static final String FULL = "0192f000-0000-7000-8000-000000000502";
    private static final String OPEN = "0192f000-0000-7000-8000-000000000501";
    private static final String AT_ISOLA = "0192f000-0000-7000-8000-000000000503";
    private static final String ISOLA = "0192f000-0000-7000-8000-000000000101";
    private static final String ARRIVAL = "0192f000-0000-7000-8000-000000000801";

    @TestHTTPResource("/")
    URI address;

    private HttpResponse<String> open(String path) throws Exception {
        return new Browser(address, UUID.randomUUID().toString()).open(path);
    }

    @Test
    void home_shows_people_goods_and_hubs() {
        given().accept("text/html").header("Accept-Language", "it").get("/").then().statusCode(200)
                .body(containsString("lang=\"it\"")).body(containsString("Preparare i pacchi della settimana"))
                .body(containsString("Mele")).body(containsString("100 kg")).body(containsString("Foody Zero Sprechi"))
                .body(containsString("Hub dimostrativo: non è un luogo reale"));
    }

    @Test
    void a_language_asked_for_is_carried_on_without_a_cookie() {
        given().accept("text/html").header("Accept-Language", "it").get("/?lang=ar").then().statusCode(200)
                .body(containsString("dir=\"rtl\"")).body(containsString("/shifts/" + OPEN + "?lang=ar"))
                .body(containsString("تفاح"));
        given().accept("text/html").get("/").then().body(containsString("lang=\"it\""));
    }

    @Test
    void a_shift_shows_its_places_and_the_way_in() {
        given().accept("text/html").header("Accept-Language", "en").get("/shifts/" + OPEN).then().statusCode(200)
                .body(containsString("2 places free")).body(containsString("/app/shifts/" + OPEN))
                .body(containsString("from 09:00 to 12:00"));
    }

    @Test
    void a_hubs_shift_names_the_hub_and_its_address() {
        given().accept("text/html").header("Accept-Language", "it").get("/shifts/" + AT_ISOLA).then().statusCode(200)
                .body(containsString("Isola")).body(containsString("via Borsieri 2")).body(containsString("1 posto libero"));
    }

    @Test
    void who_waits_sees_her_number() throws Exception {
        assertThat(open("/app/shifts/" + FULL).body()).contains("numero 3 della lista");
        assertThat(open("/app/shifts").body()).contains("numero 3 della lista")
                .contains("/app/shifts/" + FULL + "/leave");
    }

    @Test
    void signing_up_is_one_form_with_its_own_key() throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        String form = browser.open("/app/shifts/" + OPEN).body();
        assertThat(Pattern.compile("name=\"key\" value=\"[0-9a-f-]{36}\"").matcher(form).find()).isTrue();
        HttpResponse<String> done = browser.send("/app/shifts/" + OPEN + "/sign-up",
                Map.of("key", UUID.randomUUID().toString(), "role", "PACKER"));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.uri().getPath()).isEqualTo("/app/shifts/" + OPEN);
    }

    @Test
    void a_leave_can_be_undone_for_ten_seconds() throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/shifts");
        HttpResponse<String> left = browser.send("/app/shifts/" + FULL + "/leave", Map.of());
        assertThat(left.body()).contains("/app/shifts/" + FULL + "/undo");
        assertThat(browser.open("/app/shifts?left=" + FULL + "&at=1000").body()).doesNotContain("/undo");
    }

    @Test
    void a_hubs_day_speaks_plainly() throws Exception {
        String day = open("/app/hubs/" + ISOLA + "?day=2026-12-05").body();
        assertThat(day).contains("Isola", "Mele", "120,5 kg", "Yogurt", "/app/arrivals/" + ARRIVAL, "Chi prepara");
        assertThat(day.toLowerCase()).doesNotContain("lotto", "fefo", ">lot<", "case", "nil ");
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

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/shifts/not-an-id", "//x"})
    void a_person_gets_a_page_when_there_is_nothing(String path) throws Exception {
        given().urlEncodingEnabled(false).redirects().follow(false).accept("text/html").header("Accept-Language", "it")
                .get(path)
                .then().statusCode(404).contentType("text/html").body(containsString("Non trovato"));
    }

    @Test
    void home_composes_and_names_what_is_missing() {
        given().get("/api/v1/home").then().statusCode(200).body("people", hasSize(2)).body("goods", hasSize(1))
                .body("hubs", hasSize(5)).body("missing", hasSize(0)).body("goods[0].lines[0].lacking", equalTo("100.000"));
    }

    @Test
    void status_is_a_page_and_json() {
        given().accept("application/json").get("/status").then().statusCode(200)
                .body("parts.find { it.name == 'volunteers' }.up", equalTo(true))
                .body("parts.find { it.name == 'dead' }.up", equalTo(false)).body("up", equalTo(false));
        given().accept("text/html").get("/status").then().statusCode(200).contentType("text/html");
    }

    @Test
    void the_api_is_described_in_one_document_and_on_a_page() {
        given().get("/api/v1/openapi.json").then().statusCode(200).body("openapi", equalTo("3.1.0"))
                .body("paths.keySet()", hasItems("/api/v1/dashboard", "/api/v1/shifts", "/api/v1/items", "/api/v1/hubs"))
                .body("paths.'/api/v1/dashboard'.get.tags", contains("gateway"))
                .body("paths.keySet()", not(org.hamcrest.Matchers.hasItem(containsString("/internal"))));
        given().get("/api/v1/openapi.yaml").then().statusCode(200).body(containsString("openapi:"));
        given().accept("text/html").get("/api/v1/docs").then().statusCode(200).contentType("text/html");
    }

    @Test
    void assets_are_asked_for_once() {
        String page = given().accept("text/html").get("/").asString();
        var asset = Pattern.compile("/assets/[0-9a-f]{12}/[a-z.]+").matcher(page);
        assertThat(asset.results().map(match -> match.group()).distinct()).hasSize(4)
                .allSatisfy(found -> given().get(found).then()
                        .statusCode(200).header("Cache-Control", containsString("immutable")));
        given().get("/assets/000000000000/style.css").then().statusCode(404);
    }
}
