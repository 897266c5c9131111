package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.ISOLA;
import static it.milanoaiuta.journeys.Catalogue.PASTA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;

import it.milanoaiuta.platform.testing.KeycloakAdministrator;
import it.milanoaiuta.platform.testing.Mails;
import it.milanoaiuta.platform.testing.Visit;

/**
 * People do in a real browser what they came for, on the running platform and after a real login; each page on the way is
 * looked at on a narrow phone: axe, sideways scroll, policy of content. What a page says in detail is tested in the gateway.
 */
@Order(1)
class PagesJourneyTest {

    private static final int NARROW = 320;
    private static final long MOST_BYTES = 30 * 1024;

    private static Visit.Chromium chromium;

    private final Steps steps = new Steps();
    private final URI gateway = URI.create(steps.city.gateway());

    @BeforeAll
    static void start() {
        chromium = new Visit.Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en", "ar"})
    void the_login_page_is_light_and_in_the_readers_language(String language) {
        try (Visit visit = chromium.visit(gateway, language.equals("it") ? "en" : "it", NARROW, true)) {
            Page page = visit.open("/app/shifts?lang=" + language);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            visit.picture("login-" + language);
            assertThat(visit.bytes()).as("bytes of the login page").isBetween(1024L, MOST_BYTES);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            visit.mustBeFine(true);
            page.locator("#username").fill("giulia");
            page.locator("#password").fill("not hers");
            page.locator("#kc-login").click();
            page.locator(".note.error").waitFor();
            visit.picture("login-wrong-" + language);
            visit.mustBeFine(true);
            page.locator(".info a").click();
            page.locator("#kc-register-form").waitFor();
            visit.picture("register-" + language);
            visit.mustBeFine(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "ar"})
    void a_volunteer_takes_a_place_another_waits_and_who_left_and_undid_waits_behind(String language) {
        String shift = steps.openShift(1);
        try (Visit giulia = chromium.visit(gateway, language, NARROW, true);
                Visit omar = chromium.visit(gateway, language, NARROW, true)) {
            giulia.open("/");
            giulia.mustBeFine(true);
            signUp(giulia, "giulia", shift, true);
            assertThat(giulia.page().locator(".state.CONFIRMED").isVisible()).isTrue();
            signUp(omar, "omar", shift, true);
            assertThat(omar.page().locator(".state.WAITING h2").textContent()).contains("1");

            Page mine = giulia.open("/app/shifts");
            giulia.picture("my-shifts-" + language);
            giulia.mustBeFine(true);
            leave(mine, shift);
            // not click(): the page hides it after ten seconds, which a slow machine may take to get here
            mine.locator("form[action*='" + shift + "/undo'] button").dispatchEvent("click");
            mine.locator(".state.WAITING h2").waitFor();
            assertThat(mine.locator(".state.WAITING h2").textContent()).contains("1");
            giulia.picture("undone-" + language);
            giulia.mustBeFine(true);
            assertThat(omar.open("/app/shifts/" + shift).locator(".state.CONFIRMED").isVisible()).isTrue();

            leave(giulia.open("/app/shifts"), shift);
            giulia.picture("left-" + language);
            giulia.mustBeFine(true);
        }
    }

    @Test
    void without_a_script_a_volunteer_takes_a_place_leaves_and_has_it_back() {
        String shift = steps.openShift(1);
        try (Visit giulia = chromium.visit(gateway, "it", NARROW, false)) {
            signUp(giulia, "giulia", shift, false);
            Page page = giulia.open("/app/shifts");
            page.locator("form[action*='" + shift + "/leave'] button").click();
            page.locator("form[action*='" + shift + "/undo'] button").click();
            assertThat(page.locator(".state.CONFIRMED").isVisible()).isTrue();
            giulia.mustBeFine(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "ar"})
    void a_manager_checks_in_what_came(String language) {
        BigDecimal before = steps.onHand(steps.marco, ISOLA, PASTA);
        String arrival = steps.announcedToday(steps.marco, ISOLA, PASTA, "12");
        try (Visit marco = chromium.visit(gateway, language, NARROW, true)) {
            Page page = signedIn(marco, "marco", "/app/hubs", true);
            page.waitForURL("**/app/hubs/" + ISOLA + "**");
            marco.mustBeFine(true);
            marco.picture("hub-day-" + language);
            page.locator("a[href*='" + arrival + "']").click();
            page.waitForURL("**/app/arrivals/" + arrival + "**");
            marco.mustBeFine(true);
            page.locator("input[type=date]").fill(steps.today.plusMonths(6).toString());
            page.locator("form.arrival button").click();
            page.locator(".note.good").waitFor();
            marco.mustBeFine(true);
        }
        assertThat(steps.onHand(steps.marco, ISOLA, PASTA)).isEqualByComparingTo(before.add(new BigDecimal("12")));
    }

    @Test
    void without_a_script_a_manager_checks_in_what_came() {
        String arrival = steps.announcedToday(steps.marco, ISOLA, PASTA, "3");
        try (Visit marco = chromium.visit(gateway, "it", NARROW, false)) {
            Page page = signedIn(marco, "marco", "/app/arrivals/" + arrival, false);
            page.locator("input[type=date]").fill(steps.today.plusMonths(6).toString());
            page.locator("form.arrival button").click();
            assertThat(page.locator(".note.good").isVisible()).isTrue();
            marco.mustBeFine(false);
        }
        assertThat(steps.marco.get("/arrivals/" + arrival).expect(200).text("/state")).isEqualTo("CLOSED");
    }

    @Test
    void who_does_not_manage_a_hub_finds_no_day_of_it() {
        try (Visit giulia = chromium.visit(gateway, "it", NARROW, true)) {
            signedIn(giulia, "giulia", "/app/hubs/" + ISOLA, true);
            assertThat(giulia.page().locator("h1").textContent()).isEqualTo("Non trovato");
            giulia.mustBeFine(true);
            signedIn(giulia, "giulia", "/app/arrivals/" + UUID.randomUUID(), true);
            assertThat(giulia.page().locator("h1").textContent()).isEqualTo("Non trovato");
        }
    }

    @Test
    void who_comes_for_the_first_time_makes_an_account_by_mail_and_is_back_at_the_shift() {
        String shift = steps.openShift(1);
        String address = UUID.randomUUID() + "@people.example";
        Personal.told(address);
        try (Visit somebody = chromium.visit(gateway, "it", NARROW, true)) {
            Page page = somebody.open("/app/shifts/" + shift);
            page.locator(".info a").click();
            page.locator("#email").fill(address);
            page.locator("#kc-register-form [type=submit]").click();
            page.locator("#kc-info-message").waitFor();
            somebody.picture("mail-sent-it");
            somebody.mustBeFine(true);
            page.navigate(Mails.link(new Mails(steps.city.parts().mails()).awaited(address, 1)));
            page.locator("#password-new").fill("a good long password");
            page.locator("#password-confirm").fill("a good long password");
            somebody.picture("choose-password-it");
            somebody.mustBeFine(true);
            page.locator("#kc-passwd-update-form [type=submit]").click();
            page.waitForURL("**/app/shifts/" + shift + "**");
            assertThat(page.locator("form[action*=sign-up]").isVisible()).isTrue();
        }
    }

    @Test
    void a_session_that_ended_at_keycloak_leads_to_the_login_and_back() {
        KeycloakAdministrator administrator = steps.city.administrator();
        String address = UUID.randomUUID() + "@people.example";
        String password = UUID.randomUUID().toString();
        String person = administrator.newPerson(address, password);
        String shift = steps.openShift(1);
        try (Visit visit = chromium.visit(gateway, "it", NARROW, true)) {
            Page page = visit.open("/app/shifts/" + shift);
            logIn(visit, address, password);
            page.waitForURL("**/app/shifts/" + shift + "**");
            administrator.signOut(person);
            page.locator("input[value=PACKER]").check();
            page.locator("form[action*=sign-up] button").click();
            logIn(visit, address, password);
            page.waitForURL("**/app/shifts/" + shift + "**");

            administrator.change(person, Map.of("enabled", false));
            try {
                visit.open("/app/shifts");
                page.locator("#username").waitFor();
            } finally {
                administrator.change(person, Map.of("enabled", true));
            }
            logIn(visit, address, password);
            page.waitForURL("**/app/shifts");
            visit.mustBeFine(true);
        }
    }

    @Test
    void whoever_signed_out_at_one_gateway_is_signed_out_at_the_other() throws IOException {
        try (SecondGateway other = SecondGateway.of(steps.city.parts().process("gateway"));
                Visit visit = chromium.visit(gateway, "it", NARROW, true)) {
            Page page = signedIn(visit, "giulia", "/app/shifts", true);
            page.waitForURL("**/app/shifts");
            page.navigate(other.address() + "/app/shifts");
            assertThat(page.url()).startsWith(other.address());
            List<Cookie> kept = page.context().cookies();
            visit.open("/app/shifts").locator("form[action*=logout] button").click();
            page.waitForURL(gateway + "/**");
            // whoever copied the gateway's cookie, and has none of Keycloak's
            page.context().clearCookies();
            page.context().addCookies(kept.stream().filter(cookie -> cookie.name.startsWith("q_session")).toList());
            page.navigate(other.address() + "/app/shifts");
            assertThat(page.url()).startsWith(steps.city.issuer());
        }
    }

    private static void leave(Page mine, String shift) {
        mine.locator("form[action*='" + shift + "/leave'] button").click();
        mine.locator("form[action*='" + shift + "/undo'] button").waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** From the public page of the shift, through the login, to a place or a number. */
    private void signUp(Visit visit, String person, String shift, boolean script) {
        Page page = visit.open("/shifts/" + shift);
        visit.mustBeFine(script);
        page.locator("a.go[href*='/app/shifts/" + shift + "']").click();
        logIn(visit, person, script);
        visit.arrive("**/app/shifts/" + shift + "**");
        visit.mustBeFine(script);
        page.locator("input[value=PACKER]").check();
        page.locator("form[action*=sign-up] button").click();
        page.locator(".state").waitFor();
        visit.mustBeFine(script);
    }

    private Page signedIn(Visit visit, String person, String path, boolean script) {
        Page page = visit.open(path);
        if (page.url().startsWith(steps.city.issuer())) {
            logIn(visit, person, script);
        }
        return page;
    }

    private void logIn(Visit visit, String person, boolean script) {
        logIn(visit, person, "demo");
    }

    private static void logIn(Visit visit, String person, String password) {
        Page page = visit.page();
        page.locator("#username").fill(person);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }
}
