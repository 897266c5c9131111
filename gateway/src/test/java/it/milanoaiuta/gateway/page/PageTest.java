package it.milanoaiuta.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import java.net.URI;
import java.net.http.HttpResponse;
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
import it.milanoaiuta.gateway.LookedAt;
import it.milanoaiuta.gateway.ServicesDouble;

/** What every page has, whatever is on it. */
@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
@LookedAt("/nowhere")
class PageTest {

    private static final String OPEN = "0192f000-0000-7000-8000-000000000501";

    @TestHTTPResource("/")
    URI address;

    @Test
    void a_language_asked_for_is_carried_on_without_a_cookie() {
        given().accept("text/html").header("Accept-Language", "it").get("/?lang=ar").then().statusCode(200)
                .body(containsString("dir=\"rtl\"")).body(containsString("/shifts/" + OPEN + "?lang=ar"))
                .body(containsString("تفاح"));
        given().accept("text/html").get("/").then().body(containsString("lang=\"it\""));
    }

    @Test
    void arabic_separates_the_day_and_the_time_with_its_own_comma() {
        String home = given().accept("text/html").get("/?lang=ar").asString();
        assertThat(home).contains("، من ");
        assertThat(Pattern.compile("\\p{IsArabic}, ").matcher(home).find()).isFalse();
    }

    @Test
    void a_refusal_speaks_the_language_of_the_page() {
        given().accept("text/html").header("Accept-Language", "it").get("/shifts/" + UUID.randomUUID() + "/x?lang=ar").then()
                .statusCode(404).body(containsString("غير موجود"), containsString("dir=\"rtl\""));
    }

    @Test
    void a_page_in_another_language_is_the_same_page() {
        given().urlEncodingEnabled(false).accept("text/html").get("/?day=2026-12-05&aside=1&aside=2&x=%22%3E&lang=it").then()
                .body(containsString("href=\"/?day=2026-12-05&amp;aside=1&amp;aside=2&amp;lang=ar\""));
    }

    @Test
    void an_address_somebody_made_up_leads_nowhere_else() throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        HttpResponse<String> page = browser.once(browser.request(URI.create(address + "/elsewhere.example/x")).GET());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("href=\"/?lang=ar\"").doesNotContain("elsewhere.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/shifts/not-an-id", "//x"})
    void a_person_gets_a_page_when_there_is_nothing(String path) throws Exception {
        given().urlEncodingEnabled(false).redirects().follow(false).accept("text/html").header("Accept-Language", "it")
                .get(path)
                .then().statusCode(404).contentType("text/html").body(containsString("Non trovato"));
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
