package it.milanoaiuta.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.Visit;

/** Every page in a real browser ({@link LookedAt}): narrow, in both directions, with and without a script, by keyboard, and weighed. */
@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class BrowserTest {

    private static final String OPEN = "0192f000-0000-7000-8000-000000000501";
    private static final String FULL = "0192f000-0000-7000-8000-000000000502";
    private static final String ISOLA = "0192f000-0000-7000-8000-000000000101";
    private static final String ARRIVAL = "0192f000-0000-7000-8000-000000000801";
    private static final String AT_THE_DOOR = "0192f000-0000-7000-8000-000000000803";

    private static Visit.Chromium chromium;
    /** One phone for each language, signed in once: the way to the login is not what is looked at here. */
    private static final Map<String, Visit> PHONES = new HashMap<>();

    @TestHTTPResource("/")
    URI address;

    @BeforeAll
    static void start() {
        chromium = new Visit.Chromium();
    }

    @AfterAll
    static void stop() {
        PHONES.values().forEach(Visit::close);
        PHONES.clear();
        chromium.close();
    }

    static Stream<Arguments> pages() {
        return LookedAt.Addresses.all().stream()
                .flatMap(path -> Stream.of("it", "ar").map(language -> Arguments.of(path, language)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_fine_on_a_narrow_phone(String path, String language) {
        Visit visit = phone(language);
        visit.open(path);
        visit.picture(language + path.replaceAll("[^a-z0-9]+", "-").replaceAll("0192f000-0000-7000-8000-0000000", ""));
        visit.mustBeFineApartFrom(language.equals("it") ? null : sameInEveryLanguage(path));
    }

    /** Thousands of elements in English, whatever the page's own language. */
    private static String sameInEveryLanguage(String path) {
        return path.equals("/api/v1/docs") ? ".docs > section" : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "ar"})
    void what_does_not_add_up_is_said_read_out_and_mended_by_one_more_tap(String language) {
        try (Visit visit = chromium.visit(address, language, 320, true)) {
            Page page = visit.open("/app/arrivals/" + AT_THE_DOOR);
            page.locator("input[name^=accepted]").first().fill("120");
            page.locator("input[name^=temperature]").fill("4");
            page.locator("input[type=date]").fill("2026-12-20");
            page.locator("form.arrival button").click();
            page.locator(".note.bad").waitFor();
            assertThat(page.evaluate("document.activeElement.getAttribute('role')")).isEqualTo("alert");
            page.locator(".note.bad a").first().click();
            assertThat(page.evaluate("document.activeElement.value")).isEqualTo(language.equals("it") ? "0,5" : "0.5");
            visit.picture(language + "-arrival-short");
            visit.mustBeFine(true);
            page.locator("form.arrival button").click();
            page.waitForURL("**aside=*");
        }
    }

    @Test
    void without_a_connection_nothing_typed_is_lost() {
        try (Visit visit = chromium.visit(address, "it", 320, true)) {
            Page page = visit.open("/app/arrivals/" + AT_THE_DOOR);
            page.locator("input[name^=accepted]").first().fill("77");
            page.context().setOffline(true);
            page.locator("form.arrival button").click();
            page.locator("#offline").waitFor();
            assertThat(page.locator("input[name^=accepted]").first().inputValue()).isEqualTo("77");
            visit.picture("it-offline");
        }
    }

    /** The cookie's time has passed while the page lay open. */
    @Test
    void a_tap_after_the_session_has_ended_leads_through_the_login_and_back() {
        try (Visit visit = chromium.visit(address, "it", 320, true)) {
            Page page = visit.open("/app/shifts");
            page.evaluate("window.still = true");
            page.context().clearCookies();
            page.locator("form[action*='" + FULL + "/leave'] button").click();
            page.waitForFunction("() => !window.still");
            assertThat(page.url()).endsWith("/app/shifts");
            assertThat(page.locator("#offline").isVisible()).isFalse();
            page.locator("form[action*='" + FULL + "/leave'] button").click();
            page.locator("form[action*=undo] button").waitFor();
        }
    }

    private Visit phone(String language) {
        return PHONES.computeIfAbsent(language, first -> chromium.visit(address, first, 320, true));
    }

    @Test
    void home_and_a_hubs_day_are_fine_on_a_desk() {
        try (Visit visit = chromium.visit(address, "it", 1280, true)) {
            visit.open("/");
            visit.picture("desk-home");
            visit.mustBeFine(true);
            visit.open("/app/hubs/" + ISOLA + "?day=2026-12-05");
            visit.picture("desk-hub");
            visit.mustBeFine(true);
        }
    }

    @Test
    void signing_up_works_without_a_script_and_within_8_kilobytes() {
        try (Visit visit = chromium.visit(address, "it", 360, false)) {
            visit.open("/shifts/" + OPEN);
            assertThat(visit.bytes()).as("bytes of the sign-up page without a script").isLessThanOrEqualTo(8 * 1024);
            Page page = visit.open("/app/shifts/" + OPEN);
            page.locator("input[value=PACKER]").check();
            page.locator("form[action*=sign-up] button").click();
            assertThat(page.url()).endsWith("/app/shifts/" + OPEN);
            visit.mustBeFine(false);
        }
    }

    @Test
    void the_sign_up_page_weighs_at_most_30_kilobytes() {
        try (Visit visit = chromium.visit(address, "it", 360, true)) {
            Page page = visit.open("/shifts/" + OPEN);
            page.waitForFunction("window.htmx");
            assertThat(visit.bytes()).as("bytes of the sign-up page").isLessThanOrEqualTo(30 * 1024);
        }
    }

    @Test
    void leaving_and_undoing_take_the_keyboard_only() {
        try (Visit visit = chromium.visit(address, "it", 360, true)) {
            Page page = visit.open("/app/shifts");
            page.locator("form[action*='" + FULL + "/leave'] button").focus();
            page.keyboard().press("Enter");
            page.locator("form[action*=undo] button").waitFor();
            page.locator("form[action*=undo] button").focus();
            page.keyboard().press("Enter");
            page.locator(".state").waitFor();
            visit.mustBeFine(true);
        }
    }

    @Test
    void targets_at_a_hub_are_big() {
        try (Visit visit = chromium.visit(address, "it", 360, true)) {
            for (String path : List.of("/app/hubs/" + ISOLA + "?day=2026-12-05", "/app/arrivals/" + ARRIVAL)) {
                Page page = visit.open(path);
                page.locator("main :is(.go, .day, input:not([type=hidden]), select, summary)").all().stream()
                        .filter(target -> target.isVisible()).forEach(target -> assertThat(target.boundingBox().height)
                                .as(target.toString()).isGreaterThanOrEqualTo(72));
            }
        }
    }
}
