package it.milanoaiuta.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.inject.ConfigProperty;
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
class SessionTest {

    private static final int TOKEN_SECONDS = 2;
    private static final Queue<Browser> LONG_SIGNED_IN = new ArrayDeque<>();

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "login.double")
    String login;

    private Browser someone() {
        return new Browser(address, UUID.randomUUID().toString());
    }

    @Test
    void a_page_of_ones_own_asks_to_sign_in_and_comes_back_to_itself() throws Exception {
        HttpResponse<String> page = someone().open("/app/shifts");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/app/shifts");
    }

    @Test
    void whoever_signs_in_is_known_whatever_page_she_opens_first() throws Exception {
        int before = met();
        someone().open("/app/hubs");
        for (int look = 0; look < 100 && met() == before; look++) {
            Thread.sleep(50);
        }
        assertThat(met()).isEqualTo(before + 1);
    }

    private static int met() {
        return given().get("/api/v1/items/met").then().statusCode(200).extract().path("met");
    }

    @Test
    void the_way_to_the_login_uses_a_proof_key() throws Exception {
        Browser browser = someone();
        HttpResponse<String> answer = browser.once(browser.request(address.resolve("/app/shifts")).GET());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith(login + "/auth")
                .contains("code_challenge_method=S256")
                .contains("client_id=gateway");
    }

    @Test
    void the_login_speaks_the_language_chosen_here() throws Exception {
        Browser browser = someone();
        HttpResponse<String> answer = browser.once(browser.request(address.resolve("/app/shifts?lang=ar")).GET());
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith(login + "/auth").contains("&ui_locales=ar");
    }

    @Test
    void the_cookie_is_for_the_pages_of_ones_own_only() throws Exception {
        Browser browser = someone();
        browser.open("/app/shifts");
        List<HttpCookie> cookies = browser.cookies().getCookieStore().getCookies();
        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.getPath()).isEqualTo("/app");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        assertThat(browser.setCookies()).filteredOn(cookie -> !cookie.contains("Max-Age=0")).isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase()).contains("; path=/app", "; httponly",
                        "; secure", "; samesite=lax"));
        assertThat(given().get("/").headers().getValues("Set-Cookie")).isEmpty();
        assertThat(given().get("/status").headers().getValues("Set-Cookie")).isEmpty();
        // a token in the cookie is a token encrypted
        assertThat(cookies).noneMatch(cookie -> cookie.getValue().startsWith("eyJhbGciOiJSUzI1NiI"));
    }

    @Test
    void the_api_takes_no_cookie_and_the_pages_take_no_bearer() throws Exception {
        Browser browser = someone();
        browser.open("/app/shifts");
        given().header("Cookie", cookieOf(browser)).get("/api/v1/dashboard?from=2026-01-01&to=2026-01-31").then()
                .statusCode(401);
        String token = given().get(login + "/token-of?sub=" + UUID.randomUUID()).asString();
        given().redirects().follow(false).auth().oauth2(token).get("/app/shifts").then()
                .statusCode(oneOf(302, 401));
    }

    @Test
    void no_other_site_can_send_a_form() throws Exception {
        Browser browser = someone();
        browser.open("/app/shifts");
        URI leave = address.resolve("/app/shifts/0192f000-0000-7000-8000-000000000502/leave");
        assertThat(browser.once(form(browser, leave).header("Sec-Fetch-Site", "cross-site")).statusCode()).isEqualTo(403);
        assertThat(browser.once(form(browser, leave).header("Sec-Fetch-Site", "same-site")).statusCode()).isEqualTo(403);
        assertThat(browser.once(form(browser, leave).header("Origin", "https://elsewhere.example")).statusCode())
                .isEqualTo(403);
        assertThat(browser.once(form(browser, leave)).statusCode()).isEqualTo(403);
        String ours = "http://" + address.getAuthority();
        assertThat(browser.once(form(browser, leave).header("Origin", ours)).statusCode()).isEqualTo(303);
        assertThat(browser.once(form(browser, leave).header("Sec-Fetch-Site", "same-origin")).statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_outlives_the_unloading_of_a_van() throws Exception {
        Browser browser = someone();
        browser.open("/app/shifts");
        assertThat(browser.cookies().getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.getMaxAge()).isGreaterThan(Duration.ofHours(8).toSeconds()));
    }

    @Test
    void nobody_else_keeps_a_page_of_ones_own() throws Exception {
        HttpResponse<String> own = someone().open("/app/shifts");
        assertThat(own.headers().firstValue("Cache-Control")).hasValue("no-store");
        given().accept("text/html").get("/").then().header("Cache-Control", "no-cache").header("Vary",
                containsString("Accept-Language"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-up", "accept", "leave", "undo"})
    void a_login_in_the_middle_of_a_form_comes_back_to_the_shift(String step) throws Exception {
        HttpResponse<String> page = someone().open("/app/shifts/0192f000-0000-7000-8000-000000000502/" + step + "?lang=ar");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/app/shifts/0192f000-0000-7000-8000-000000000502");
        assertThat(page.uri().getQuery()).isEqualTo("lang=ar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example", "https://elsewhere.example", "it&prompt=none", "xx"})
    void the_login_is_told_no_language_but_ours(String language) throws Exception {
        Browser browser = someone();
        String query = URLEncoder.encode(language, StandardCharsets.UTF_8);
        HttpResponse<String> answer = browser.once(browser.request(address.resolve("/app/shifts?lang=" + query)).GET());
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith(login + "/auth").doesNotContain("ui_locales",
                "elsewhere", "prompt");
    }

    @Test
    void signing_out_ends_the_session() throws Exception {
        Browser browser = someone();
        browser.open("/app/shifts");
        HttpResponse<String> home = browser.send("/app/logout", Map.of());
        assertThat(home.uri().getPath()).isEqualTo("/");
        HttpResponse<String> again = browser.once(browser.request(address.resolve("/app/shifts")).GET());
        assertThat(again.statusCode()).isEqualTo(302);
    }

    /** Her cookie is another replica's too: none keeps a session. */
    @Test
    void a_session_ended_at_the_login_is_over_at_the_next_page_and_no_other_is() throws Exception {
        Browser ended = someone();
        Browser other = someone();
        ended.open("/app/shifts");
        other.open("/app/shifts");
        given().get(login + "/ends?sid=sid-of-" + ended.person()).then().statusCode(200);
        assertThat(next(ended).headers().firstValue("Location").orElse("")).startsWith(login + "/auth");
        assertThat(next(other).statusCode()).isEqualTo(200);
    }

    @Test
    void a_cookie_kept_from_before_signing_out_opens_nothing() throws Exception {
        Browser browser = someone();
        browser.open("/app/shifts");
        String kept = cookieOf(browser);
        browser.send("/app/logout", Map.of());
        given().redirects().follow(false).header("Cookie", kept).accept("text/html").get("/app/shifts").then().statusCode(302)
                .header("Location", startsWith(login + "/auth"));
    }

    @Test
    void a_session_that_cannot_be_renewed_leads_to_the_login_and_back() throws Exception {
        Browser browser = someoneWithTokensThatAreOver();
        given().get(login + "/ends?sid=sid-of-" + browser.person()).then().statusCode(200);
        HttpResponse<String> answer = next(browser);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith(login + "/auth");
    }

    @Test
    void a_session_is_renewed_when_its_tokens_are_over() throws Exception {
        assertThat(next(someoneWithTokensThatAreOver()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"by breaking off", "with 500"})
    void while_the_login_is_away_a_page_says_so_and_the_session_stays(String how) throws Exception {
        Browser browser = someoneWithTokensThatAreOver();
        given().queryParam("how", how).get(login + "/breaks?sid=sid-of-" + browser.person()).then().statusCode(200);
        HttpResponse<String> answer = next(browser);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("<html");
        assertThat(cookieOf(browser)).contains("q_session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"by breaking off", "with 500"})
    void while_the_login_is_away_a_token_is_believed_for_as_long_as_it_lasts(String how) throws Exception {
        Browser browser = someone();
        browser.open("/app/shifts");
        given().queryParam("how", how).get(login + "/breaks?sid=sid-of-" + browser.person()).then().statusCode(200);
        assertThat(next(browser).statusCode()).isEqualTo(200);
    }

    /** As a realm does that does not name the gateway as an audience: the way to the login would lead back for ever. */
    @Test
    void a_login_that_calls_a_session_ended_and_still_opens_it_is_not_asked_for_ever() throws Exception {
        Browser browser = someone();
        given().queryParam("how", "by calling it dead").get(login + "/breaks?sid=sid-of-" + browser.person()).then()
                .statusCode(200);
        assertThat(browser.open("/app/shifts").statusCode()).isEqualTo(200);
        given().get(login + "/ends?sid=sid-of-" + browser.person()).then().statusCode(200);
        assertThat(next(browser).headers().firstValue("Location").orElse("")).startsWith(login + "/auth");
    }

    @Test
    void an_enhanced_request_whose_session_ended_is_told_so() throws Exception {
        Browser browser = someone();
        assertThat(browser.once(browser.request(address.resolve("/app/shifts")).header("HX-Request", "true").GET())
                .statusCode()).isEqualTo(499);
    }

    /** They all wait together, once. */
    private Browser someoneWithTokensThatAreOver() throws Exception {
        if (LONG_SIGNED_IN.isEmpty()) {
            Instant over = Instant.now().plusSeconds(2 * TOKEN_SECONDS);
            for (int i = 0; i < 4; i++) {
                Browser browser = new Browser(address, UUID.randomUUID().toString(), TOKEN_SECONDS);
                assertThat(browser.open("/app/shifts").statusCode()).isEqualTo(200);
                LONG_SIGNED_IN.add(browser);
            }
            while (Instant.now().isBefore(over)) {
                Thread.sleep(50);
            }
        }
        return LONG_SIGNED_IN.remove();
    }

    private HttpResponse<String> next(Browser browser) throws Exception {
        return browser.once(browser.request(address.resolve("/app/shifts")).GET());
    }

    private static String cookieOf(Browser browser) {
        return browser.cookies().getCookieStore().getCookies().stream().map(one -> one.getName() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    private static HttpRequest.Builder form(Browser browser, URI to) {
        return browser.request(to).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(""));
    }
}
