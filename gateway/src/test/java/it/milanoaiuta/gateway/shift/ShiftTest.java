package it.milanoaiuta.gateway.shift;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

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
@LookedAt({"/shifts/" + ShiftTest.OPEN, "/app/shifts/" + ShiftTest.OPEN, "/app/shifts/" + ShiftTest.FULL,
        "/app/shifts/" + ShiftTest.ASKED, "/app/shifts/" + ShiftTest.FROZEN,
        "/app/shifts/" + ShiftTest.SOON_AFTER + "?closeTo=" + ShiftTest.AT_ISOLA, "/app/shifts"})
class ShiftTest {

    static final String FULL = "0192f000-0000-7000-8000-000000000502";
    private static final String OTHER = "0192f000-0000-7000-8000-000000000507";
    static final String ASKED = "0192f000-0000-7000-8000-000000000508";
    static final String OPEN = "0192f000-0000-7000-8000-000000000501";
    static final String AT_ISOLA = "0192f000-0000-7000-8000-000000000503";
    static final String FROZEN = "0192f000-0000-7000-8000-000000000504";
    static final String SOON_AFTER = "0192f000-0000-7000-8000-000000000505";
    private static final String FROZEN_MEANWHILE = "0192f000-0000-7000-8000-000000000506";

    @TestHTTPResource("/")
    URI address;

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
        assertThat(open("/app/shifts/" + FULL).body()).contains("numero 3 in lista");
        assertThat(open("/app/shifts").body()).contains("numero 3 in lista")
                .contains("/app/shifts/" + FULL + "/leave");
    }

    @Test
    void who_was_asked_sees_so_and_can_say_yes() throws Exception {
        assertThat(open("/app/shifts/" + ASKED).body()).contains("puoi venire?", "Va a chi dice sì per primo",
                "/app/shifts/" + ASKED + "/accept");
        assertThat(open("/app/shifts").body()).contains("puoi venire?");
        assertThat(open("/app/shifts/" + ASKED + "?lang=en").body()).contains("can you come?");
        assertThat(open("/app/shifts/" + ASKED + "?lang=ar").body()).contains("هل يمكنك المجيء؟");
        assertThat(open("/app/shifts/" + FULL).body()).doesNotContain("/accept");
    }

    @Test
    void before_she_joins_a_waiting_list_she_sees_where_there_is_room_that_day() throws Exception {
        given().accept("text/html").header("Accept-Language", "en").get("/shifts/" + OPEN).then().statusCode(200)
                .body(containsString("Here there is room on that day")).body(containsString("Parcels in the afternoon"))
                .body(containsString("from 14:00 to 17:00")).body(containsString("\"/shifts/" + OTHER + "\""));
        assertThat(open("/app/shifts/" + OPEN).body()).contains("Quel giorno qui", "Pacchi del pomeriggio",
                "\"/app/shifts/" + OTHER + "\"");
        given().accept("text/html").header("Accept-Language", "en").get("/shifts/" + AT_ISOLA).then()
                .body(not(containsString("Here there is room")));
    }

    @Test
    void a_shift_on_hold_is_said_to_be_so_and_can_be_left() throws Exception {
        String mine = open("/app/shifts").body();
        assertThat(mine).containsOnlyOnce("Non sappiamo ancora se il turno si farà")
                .contains("/app/shifts/" + FROZEN + "/leave");
        HttpResponse<String> shift = open("/app/shifts/" + FROZEN);
        assertThat(shift.statusCode()).as("its organisation hides it, but not from her").isEqualTo(200);
        assertThat(shift.body())
                .contains("Il posto è tuo", "Per ora sospeso", "Spazio di prova", "/app/shifts/" + FROZEN + "/leave")
                .doesNotContain("Ti aspettiamo");
        assertThat(open("/app/shifts?lang=en").body()).contains("On hold for now");
        assertThat(open("/app/shifts?lang=ar").body()).contains("معلّقة حاليًا");
    }

    @Test
    void a_shift_frozen_while_she_looked_at_it_says_why_nobody_new_comes() throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/shifts");
        HttpResponse<String> refused = browser.send("/app/shifts/" + FROZEN_MEANWHILE + "/sign-up",
                Map.of("key", UUID.randomUUID().toString(), "role", "PACKER"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("role=\"alert\"", "Non adesso", "La sua organizzazione è sospesa")
                .doesNotContain("Non trovato");
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
    void who_signs_up_for_two_places_within_an_hour_is_warned_in_every_language() throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/shifts");
        HttpResponse<String> done = browser.send("/app/shifts/" + SOON_AFTER + "/sign-up",
                Map.of("key", UUID.randomUUID().toString(), "role", "HELPER"));
        assertThat(done.uri().getPath()).isEqualTo("/app/shifts/" + SOON_AFTER);
        assertThat(done.uri().getQuery()).isEqualTo("closeTo=" + AT_ISOLA);
        assertThat(done.body()).contains("Il posto è tuo", "Meno di un&#39;ora", "href=\"/app/shifts/" + AT_ISOLA + "\"",
                "domenica 6 dicembre, dalle 08:00 alle 11:00", "Isola", "via Borsieri 2", "Tutti e due i posti sono tuoi",
                "/app/shifts/" + SOON_AFTER + "/leave", "?closeTo=" + AT_ISOLA + "&amp;lang=ar");
        assertThat(open(done.uri().getPath() + "?" + done.uri().getQuery() + "&lang=ar").body()).contains("أقل من ساعة");
    }

    @Test
    void nobody_is_warned_of_a_shift_she_is_not_in() throws Exception {
        assertThat(open("/app/shifts/" + SOON_AFTER).body()).contains("Il posto è tuo").doesNotContain("id=\"near\"");
        assertThat(open("/app/shifts/" + SOON_AFTER + "?closeTo=" + OPEN).body()).doesNotContain("id=\"near\"");
        assertThat(open("/app/shifts/" + OPEN + "?closeTo=" + AT_ISOLA).body()).doesNotContain("id=\"near\"");
    }

    @Test
    void a_leave_can_be_undone_for_ten_seconds() throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/shifts");
        HttpResponse<String> left = browser.send("/app/shifts/" + FULL + "/leave", Map.of());
        assertThat(left.body()).contains("/app/shifts/" + FULL + "/undo", "Non hai ancora turni");
        String again = left.uri().getPath() + "?" + left.uri().getQuery();
        browser.send("/app/shifts/" + FULL + "/undo", Map.of("key", UUID.randomUUID().toString()));
        assertThat(browser.open(again).body()).as("the way back says nothing that is no longer true").doesNotContain("/undo")
                .contains("/app/shifts/" + FULL + "/leave");
        assertThat(browser.open("/app/shifts?left=" + FULL + "&at=1000").body()).doesNotContain("/undo");
    }

    private HttpResponse<String> open(String path) throws Exception {
        return new Browser(address, UUID.randomUUID().toString()).open(path);
    }
}
