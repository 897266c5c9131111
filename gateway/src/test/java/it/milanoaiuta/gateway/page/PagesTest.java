package it.milanoaiuta.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.gateway.Browser;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class PagesTest {

    private static final String FULL = "0192f000-0000-7000-8000-000000000502";
    private static final String OTHER = "0192f000-0000-7000-8000-000000000507";
    private static final String ASKED = "0192f000-0000-7000-8000-000000000508";
    private static final String OPEN = "0192f000-0000-7000-8000-000000000501";
    private static final String AT_ISOLA = "0192f000-0000-7000-8000-000000000503";
    private static final String FROZEN = "0192f000-0000-7000-8000-000000000504";
    private static final String SOON_AFTER = "0192f000-0000-7000-8000-000000000505";
    private static final String FROZEN_MEANWHILE = "0192f000-0000-7000-8000-000000000506";
    private static final String ISOLA = "0192f000-0000-7000-8000-000000000101";
    private static final String ARRIVAL = "0192f000-0000-7000-8000-000000000801";
    private static final String CLOSED = "0192f000-0000-7000-8000-000000000802";
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

    @ConfigProperty(name = "login.double")
    String login;

    private HttpResponse<String> open(String path) throws Exception {
        return new Browser(address, UUID.randomUUID().toString()).open(path);
    }

    @Test
    void home_shows_people_goods_and_hubs() {
        given().accept("text/html").header("Accept-Language", "it").get("/").then().statusCode(200)
                .body(containsString("lang=\"it\"")).body(containsString("Preparare i pacchi della settimana"))
                .body(containsString("Mele")).body(containsString("100 kg")).body(containsString("Foody Zero Sprechi"))
                .body(containsString("Hub dimostrativo: non è un luogo reale"))
                .body(matchesPattern("(?s).*oggi (chiuso|dalle \\d\\d:\\d\\d alle \\d\\d:\\d\\d).*"));
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
    void a_code_no_hub_knows_is_said_where_it_was_typed() throws Exception {
        HttpResponse<String> again = manager(ELSEWHERE).send("/app/hubs/" + ISOLA + "/by-code",
                Map.of("key", UUID.randomUUID().toString(), "code", "MA-\"<b>"));
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("Nessun hub conosce questa donazione", "value=\"MA-&quot;&lt;b&gt;\"", "Isola");
        assertThat(open("/app/hubs/" + ISOLA + "/by-code").uri().getPath()).isEqualTo("/app/hubs/" + ISOLA);
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
    void goods_nobody_gave_a_time_for_show_none() throws Exception {
        String day = open("/app/hubs/" + ISOLA + "?day=2026-12-05").body();
        assertThat(day).contains("Mercato di prova", "dalle 09:00 alle 11:00").doesNotContain("dalle 09:00 alle 09:00", "null");
        assertThat(day.indexOf("Mercato di prova")).as("what is still to do comes first")
                .isLessThan(day.indexOf("Banco Alimentare"));
        assertThat(open("/app/arrivals/" + AT_THE_DOOR).statusCode()).isEqualTo(200);
    }

    @Test
    void arabic_separates_the_day_and_the_time_with_its_own_comma() {
        String home = given().accept("text/html").get("/?lang=ar").asString();
        assertThat(home).contains("، من ");
        assertThat(Pattern.compile("\\p{IsArabic}, ").matcher(home).find()).isFalse();
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

    @Test
    void a_page_all_of_which_hangs_says_so_without_waiting_long() throws Exception {
        Instant begin = Instant.now();
        HttpResponse<String> away = open("/app/arrivals/" + HANGING);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_refusal_speaks_the_language_of_the_page() {
        given().accept("text/html").header("Accept-Language", "it").get("/shifts/" + UUID.randomUUID() + "/x?lang=ar").then()
                .statusCode(404).body(containsString("غير موجود"), containsString("dir=\"rtl\""));
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

    @Test
    void an_address_somebody_made_up_leads_nowhere_else() throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        HttpResponse<String> page = browser.once(browser.request(URI.create(address + "/elsewhere.example/x")).GET());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("href=\"/?lang=ar\"").doesNotContain("elsewhere.example");
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

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/shifts/not-an-id", "//x"})
    void a_person_gets_a_page_when_there_is_nothing(String path) throws Exception {
        given().urlEncodingEnabled(false).redirects().follow(false).accept("text/html").header("Accept-Language", "it")
                .get(path)
                .then().statusCode(404).contentType("text/html").body(containsString("Non trovato"));
    }

    @Test
    void home_composes_and_names_what_is_missing() {
        given().get("/api/v1/home").then().statusCode(200).body("people", hasSize(3)).body("goods", hasSize(1))
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
        JsonPath document = given().get("/api/v1/openapi.json").jsonPath();
        Map<String, Map<String, ?>> components = document.getMap("components");
        Set<String> references = new TreeSet<>();
        Pattern reference = Pattern.compile("\"#/components/([^/]+)/([^\"]+)\"");
        reference.matcher(given().get("/api/v1/openapi.json").asString()).results()
                .forEach(r -> references.add(r.group(1) + "." + r.group(2)));
        assertThat(references).contains("responses.Problem", "parameters.IdempotencyKey").allSatisfy(to -> {
            String[] parts = to.split("\\.", 2);
            assertThat((Object) components.get(parts[0]).get(parts[1])).isNotNull();
        });
        assertThat(document.<String, Object>getMap("paths").keySet()).extracting(path -> path.replaceAll("\\{[^}]+}", "{}"))
                .doesNotHaveDuplicates();
        assertThat(document.<String>getList("paths.values().collectMany { it.values().operationId }")).doesNotHaveDuplicates()
                .contains("getDashboard", "getShiftsById");
        given().get("/api/v1/openapi.yaml").then().statusCode(200).body(containsString("openapi:"));
        given().accept("text/html").get("/api/v1/docs").then().statusCode(200).contentType("text/html")
                .body(containsString("Idempotency-Key"));
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
