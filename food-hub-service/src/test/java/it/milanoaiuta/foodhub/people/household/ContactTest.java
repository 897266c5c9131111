package it.milanoaiuta.foodhub.people.household;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.foodhub.Scene;
import it.milanoaiuta.foodhub.Scene.OwnHub;
import it.milanoaiuta.platform.data.vault.Subject;
import it.milanoaiuta.platform.data.vault.Vault;

@QuarkusTest
class ContactTest {

    private static final List<String> PURPOSES = List.of("DELIVERY", "FOLLOW_UP", "CALL");

    @Inject
    Scene scene;

    @Inject
    Vault vault;

    OwnHub hub;
    UUID organisation = UUID.randomUUID();
    UUID member = UUID.randomUUID();
    UUID operator = UUID.randomUUID();
    /** Ten digits nobody else has, of a mobile telephone. */
    String number = String.valueOf(ThreadLocalRandom.current().nextLong(3_300_000_000L, 3_400_000_000L));
    String email = "zenobia." + UUID.randomUUID() + "@example.org";
    String household;
    /** What is planned for it at the hub. */
    UUID open;

    @BeforeEach
    void aHouseholdThatAnOrganisationReferred() {
        scene.catalogue();
        hub = scene.hub();
        scene.organisation(organisation, member);
        Map<String, Object> asked = scene.aHousehold(hub, 2, 0);
        asked.put("referrerOrganisationId", organisation);
        asked.put("contact", contact());
        household = scene.as(member).body(asked).post("/api/v1/households").then().statusCode(201)
                .header("ETag", equalTo("\"0\"")).body("contact", nullValue()).body("version", equalTo(0))
                .body(not(containsString("Zenobia"))).extract().path("id");
        open = scene.delivery(hub, UUID.fromString(household));
    }

    private Map<String, Object> contact() {
        return new HashMap<>(Map.of("name", " Famiglia Zenobia-Quaranta ", "phone", number.substring(0, 3) + " "
                + number.substring(3), "email", email.toUpperCase(), "address", "Via dei Transiti 28, Milano", "stair",
                "scala Rosmarino", "floor", "piano settimo-bis", "language", "ar"));
    }

    private Response read(UUID person, String purpose, String... roles) {
        return scene.as(person, roles).get("/api/v1/households/" + household + "/contact?purpose=" + purpose);
    }

    private ValidatableResponse lookUp(String by, String value) {
        return scene.as(operator, "operator").body(Map.of(by, value, "purpose", "CALL")).post("/api/v1/households/look-up")
                .then();
    }

    private long recorded(UUID reader) {
        return scene.count("select count(*) from vault_read where reader = ?1", reader);
    }

    @Test
    void the_hubs_manager_reads_how_it_is_reached_in_one_form_and_the_reading_is_on_record() {
        read(hub.manager(), "DELIVERY").then().statusCode(200).header("Cache-Control", containsString("no-store"))
                .header("ETag", equalTo("\"0\"")).body("name", equalTo("Famiglia Zenobia-Quaranta"))
                .body("phone", equalTo("+39" + number)).body("email", equalTo(email))
                .body("address", equalTo("Via dei Transiti 28, Milano")).body("stair", equalTo("scala Rosmarino"))
                .body("floor", equalTo("piano settimo-bis")).body("language", equalTo("ar"));
        assertThat(scene.count("""
                select count(*) from vault_read where reader = ?1 and purpose = 'DELIVERY' and action = 'READ'
                and kind = 'household' and ids = array[?2] and cardinality(fields) = 7
                """, hub.manager(), UUID.fromString(household))).isEqualTo(1);
        scene.as(hub.manager()).get("/api/v1/households/" + household).then().statusCode(200)
                .header("ETag", equalTo("\"0\"")).body(not(containsString("Zenobia"))).body("contact", nullValue());
        scene.as(hub.manager()).get("/api/v1/hubs/" + hub.id() + "/households").then().statusCode(200)
                .body("items.id", hasItem(household)).body(not(containsString("Zenobia")));
        assertThat(recorded(hub.manager())).isEqualTo(1);
    }

    @Test
    void who_may_read_it_for_what_and_nobody_else_and_only_what_was_shown_is_on_record() {
        OwnHub elsewhere = scene.hub();
        UUID stranger = UUID.randomUUID();
        UUID coordinator = UUID.randomUUID();
        UUID otherMember = UUID.randomUUID();
        scene.organisation(UUID.randomUUID(), otherMember);
        List<String> wrong = new ArrayList<>();
        expect(wrong, hub.manager(), 200, 404, 404);
        expect(wrong, member, 200, 200, 404);
        expect(wrong, otherMember, 404, 404, 404);
        expect(wrong, elsewhere.manager(), 404, 404, 404);
        expect(wrong, stranger, 404, 404, 404);
        expect(wrong, coordinator, 404, 404, 404, "coordinator");
        expect(wrong, operator, 404, 404, 404, "operator");
        lookUp("phone", number).statusCode(200);
        expect(wrong, operator, 404, 404, 200, "operator");
        expect(wrong, UUID.randomUUID(), 404, 404, 404, "operator");
        // a look-up is no key without the role
        expect(wrong, operator, 404, 404, 404);
        assertThat(wrong).isEmpty();
        assertThat(recorded(hub.manager())).isEqualTo(1);
        assertThat(recorded(member)).isEqualTo(2);
        assertThat(recorded(operator)).isEqualTo(2); // the look-up and the reading
        for (UUID nobody : List.of(otherMember, elsewhere.manager(), stranger, coordinator)) {
            assertThat(recorded(nobody)).isEqualTo(0);
        }
    }

    @Test
    void the_hubs_manager_reads_it_only_while_something_of_the_case_is_open_there() {
        Map<String, Integer> by = new LinkedHashMap<>();
        by.put("state = 'LOADED', loaded_at = now()", 200);
        by.put("state = 'FAILED', outcome = 'FAILED', failure_reason = 'NOBODY_HOME', confirmed_at = now()", 200);
        by.put("returned_at = now()", 404);
        by.put("state = 'DELIVERED', outcome = 'DELIVERED', failure_reason = null, returned_at = null", 404);
        by.put("state = 'CANCELLED', outcome = null, confirmed_at = null", 404);
        read(hub.manager(), "DELIVERY").then().statusCode(200);
        by.forEach((change, status) -> {
            scene.sql("update delivery set " + change + " where id = ?1", open);
            assertThat(read(hub.manager(), "DELIVERY").statusCode()).as(change).isEqualTo(status);
        });
        read(member, "DELIVERY").then().statusCode(200);
        UUID task = UUID.randomUUID();
        scene.sql("insert into task values (?1, ?2, 'DELIVERY_FAILED_TWICE', ?3, ?4, now())", task, hub.id(),
                UUID.fromString(household), open);
        read(hub.manager(), "DELIVERY").then().statusCode(200);
        scene.as(hub.manager()).post("/api/v1/hubs/" + hub.id() + "/tasks/" + task + "/closing").then().statusCode(200);
        read(hub.manager(), "DELIVERY").then().statusCode(404);
        assertThat(recorded(hub.manager())).as("what was not shown is not on record").isEqualTo(4);
    }

    @Test
    void a_manager_who_acts_for_the_city_reads_nothing_of_her_hubs() {
        for (String role : List.of("coordinator", "operator")) {
            read(hub.manager(), "DELIVERY", role).then().statusCode(404);
            scene.as(hub.manager(), role).get("/api/v1/households/" + household).then().statusCode(404);
            scene.as(hub.manager(), role).get("/api/v1/hubs/" + hub.id() + "/households").then().statusCode(404);
        }
        assertThat(recorded(hub.manager())).isEqualTo(0);
    }

    private void expect(List<String> wrong, UUID person, int delivery, int followUp, int call, String... roles) {
        int[] expected = {delivery, followUp, call};
        for (int i = 0; i < PURPOSES.size(); i++) {
            int status = read(person, PURPOSES.get(i), roles).statusCode();
            if (status != expected[i]) {
                wrong.add("%s %s for %s: %d, not %d".formatted(person, List.of(roles), PURPOSES.get(i), status, expected[i]));
            }
        }
    }

    @Test
    void a_visitor_a_missing_and_an_unknown_purpose_and_an_unknown_household_get_their_answers() {
        given().get("/api/v1/households/" + household + "/contact?purpose=CALL").then()
                .statusCode(401);
        scene.as(hub.manager()).get("/api/v1/households/" + household + "/contact").then().statusCode(400)
                .body("violations.field", contains("purpose"));
        read(hub.manager(), "CURIOSITY").then().statusCode(400).body("violations.field", contains("purpose"));
        scene.as(hub.manager()).get("/api/v1/households/" + UUID.randomUUID() + "/contact?purpose=DELIVERY").then()
                .statusCode(404);
        String without = scene.household(hub, 1, 0).toString();
        scene.as(hub.manager()).get("/api/v1/households/" + without + "/contact?purpose=DELIVERY").then().statusCode(404);
        assertThat(recorded(hub.manager())).isEqualTo(0);
    }

    @Test
    void a_member_waits_while_our_copy_of_the_memberships_is_old_and_a_stranger_learns_nothing_from_it() {
        UUID blocked = UUID.randomUUID();
        scene.sql("insert into inbox_stream values ('volunteers', 'volunteers.organisations', ?1, 0, now())", blocked);
        try {
            read(member, "FOLLOW_UP").then().statusCode(503).header("Retry-After", notNullValue());
            scene.as(member).header("If-Match", "\"0\"").body(contact()).put(path("contact")).then().statusCode(503);
            scene.as(member).post(path("erasure")).then().statusCode(503);
            read(UUID.randomUUID(), "FOLLOW_UP").then().statusCode(404);
            read(hub.manager(), "DELIVERY").then().statusCode(200);
        } finally {
            scene.sql("delete from inbox_stream where aggregate_id = ?1", blocked);
        }
        assertThat(recorded(member)).isEqualTo(0);
        read(member, "FOLLOW_UP").then().statusCode(200);
    }

    private String path(String of) {
        return "/api/v1/households/" + household + "/" + of;
    }

    @Test
    void it_is_replaced_as_a_whole_by_who_saw_the_last_version() {
        Map<String, Object> other = Map.of("name", "Bellini", "phone", "+44 20 7946 0958");
        scene.as(hub.manager()).body(other).put(path("contact")).then().statusCode(428);
        scene.as(hub.manager()).header("If-Match", "\"7\"").body(other).put(path("contact")).then().statusCode(412);
        scene.as(UUID.randomUUID()).header("If-Match", "\"0\"").body(other).put(path("contact")).then().statusCode(404);
        scene.as(UUID.randomUUID(), "coordinator").header("If-Match", "\"0\"").body(other).put(path("contact")).then()
                .statusCode(404);
        scene.as(UUID.randomUUID(), "operator").header("If-Match", "\"0\"").body(other).put(path("contact")).then()
                .statusCode(404);
        read(hub.manager(), "DELIVERY").then().body("phone", equalTo("+39" + number));

        scene.as(hub.manager()).header("If-Match", "\"0\"").body(other).put(path("contact")).then().statusCode(204)
                .header("ETag", equalTo("\"1\""));
        read(member, "DELIVERY").then().statusCode(200).header("ETag", equalTo("\"1\"")).body("name", equalTo("Bellini"))
                .body("phone", equalTo("+442079460958")).body("address", nullValue());
        scene.as(member).header("If-Match", "\"0\"").body(contact()).put(path("contact")).then().statusCode(412);
        lookUp("phone", number).body("items", empty());
        lookUp("phone", "0044 20 7946-0958").body("items.id", hasItem(household));
    }

    @Test
    void of_many_who_replace_it_at_once_one_does() {
        List<CompletableFuture<Integer>> answers = Stream.of("A", "B", "C", "D", "E", "F").map(name -> CompletableFuture
                .supplyAsync(() -> scene.as(hub.manager()).header("If-Match", "\"0\"").body(Map.of("name", name))
                        .put(path("contact")).statusCode()))
                .toList();
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(statuses).isEqualTo(List.of(204, 412, 412, 412, 412, 412));
        read(hub.manager(), "DELIVERY").then().statusCode(200).body("phone", nullValue());
    }

    @Test
    void an_operator_finds_it_by_exact_telephone_email_or_code_in_any_writing() {
        String code = scene.as(hub.manager()).get("/api/v1/households/" + household).path("code");
        String sharing = scene.as(hub.manager()).body(with(scene.aHousehold(hub, 1, 0), Map.of("name", "B", "phone", number)))
                .post("/api/v1/households").then().statusCode(201).extract().path("id");
        for (String written : List.of(number, "+39" + number, "0039 " + number,
                number.substring(0, 3) + "-" + number.substring(3))) {
            lookUp("phone", written).statusCode(200).header("Cache-Control", containsString("no-store"))
                    .body("items.id", containsInAnyOrder(household, sharing));
        }
        lookUp("email", " " + email.toUpperCase()).statusCode(200).body("items.id", contains(household)).body("items.code",
                contains(code));
        lookUp("code", code.toLowerCase()).statusCode(200).body("items.id", contains(household));
        lookUp("code", "FA-7K3F-9QX2").statusCode(200).body("items", empty());
        lookUp("phone", "+3932" + number.substring(2)).statusCode(200).body("items", empty());
        lookUp("email", "nobody-" + email).statusCode(200).body("items", empty());
        assertThat(scene.count("select count(*) from vault_read where reader = ?1 and purpose = 'CALL'"
                + " and action = 'LOOK_UP'", operator)).isEqualTo(9);
        assertThat(scene.count("select count(*) from vault_read where reader = ?1 and fields = array['email']"
                + " and ids = array[?2]", operator, UUID.fromString(household))).isEqualTo(1);
    }

    @Test
    void a_code_is_found_however_it_is_said_and_a_mistyped_one_is_told_so() {
        String code = scene.as(hub.manager()).get("/api/v1/households/" + household).path("code");
        for (String typed : List.of(code, code.replace("-", ""), code.replace("-", " "), code.replace('-', '–'),
                code.replace('-', '\u2011'), code.substring(3), code.substring(3).toLowerCase(), " " + code + "\u200b")) {
            lookUp("code", typed).statusCode(200).body("items.id", contains(household));
        }
        String wrong = code.substring(0, 3) + (code.charAt(3) == '2' ? '3' : '2') + code.substring(4);
        long before = recorded(operator);
        for (String typed : List.of(wrong, code.substring(0, 11), "MA" + code.substring(2), "FA-0000-0000")) {
            lookUp("code", typed).statusCode(400).body("type", equalTo("/problems/mistyped"))
                    .body("violations.field", contains("code"));
        }
        assertThat(recorded(operator)).isEqualTo(before);
    }

    @Test
    void a_code_given_out_formerly_is_found_and_a_mistyped_one_of_that_kind_is_told_so() {
        String former = CaseCodeTest.former();
        scene.sql("update household set code = ?1 where id = ?2", former, UUID.fromString(household));
        lookUp("code", former.toLowerCase().replace("-", " ")).statusCode(200).body("items.id", contains(household))
                .body("items.code", contains(former));
        scene.sql("update household set code = ?1 where id = ?2", CaseCode.draw().toString(), UUID.fromString(household));
        lookUp("code", former).statusCode(400).body("type", equalTo("/problems/mistyped"));
    }

    @Test
    void a_telephone_is_one_however_it_is_typed_or_pasted_and_one_kept_formerly_is_found() {
        String spaced = number.substring(0, 3) + "\u00a0" + number.substring(3);
        for (String typed : List.of(spaced, "\u202a+39 " + spaced + "\u202c",
                number.substring(0, 3) + "\u2011" + number.substring(3),
                "(" + number.substring(0, 3) + ") " + number.substring(3), "+39." + number, arabic(number))) {
            lookUp("phone", typed).statusCode(200).body("items.id", contains(household));
        }
        QuarkusTransaction.requiringNew().run(() -> vault.keep(new Subject("household", UUID.fromString(household)),
                Map.of("name", "Smith", "phone", "+4402079460958"), Set.of("phone")));
        lookUp("phone", "+44 (0)20 7946 0958").statusCode(200).body("items.id", hasItem(household));
        lookUp("phone", "+442079460958").body("items.id", hasItem(household));
        read(hub.manager(), "DELIVERY").then().statusCode(200).body("phone", equalTo("+442079460958"));
    }

    private static String arabic(String digits) {
        return digits.chars().mapToObj(digit -> Character.toString('\u0660' + digit - '0')).collect(Collectors.joining());
    }

    @Test
    void what_nobody_can_see_is_nothing_and_the_rest_is_one_line() {
        Map<String, Object> odd = contact();
        odd.putAll(Map.of("name", "Cafe\u0301\u00a0\u202e Zenobia\n", "address", "Via\r\nXyzzy\u0007 1", "stair", "\u200b",
                "phone", ""));
        scene.as(hub.manager()).header("If-Match", "\"0\"").body(odd).put(path("contact")).then().statusCode(204);
        read(hub.manager(), "DELIVERY").then().statusCode(200).body("name", equalTo("Café Zenobia"))
                .body("address", equalTo("Via Xyzzy 1")).body("stair", nullValue()).body("phone", nullValue());
    }

    private static Map<String, Object> with(Map<String, Object> household, Map<String, Object> contact) {
        household.put("contact", contact);
        return household;
    }

    @Test
    void nobody_but_an_operator_looks_anybody_up() {
        for (String role : List.of("", "coordinator")) {
            UUID person = UUID.randomUUID();
            (role.isEmpty() ? scene.as(person) : scene.as(person, role)).body(Map.of("phone", number, "purpose", "CALL"))
                    .post("/api/v1/households/look-up").then().statusCode(403);
            assertThat(recorded(person)).isEqualTo(0);
        }
        scene.as(hub.manager()).body(Map.of("phone", number, "purpose", "CALL")).post("/api/v1/households/look-up").then()
                .statusCode(403);
    }

    @Test
    void a_look_up_opens_the_contact_for_an_hour() {
        scene.sql("insert into vault_read (reader, purpose, action, kind, ids, fields, read_at) values (?1, 'CALL', 'LOOK_UP',"
                + " 'household', array[?2], array['phone'], now() - interval '61 minutes')", operator,
                UUID.fromString(household));
        read(operator, "CALL", "operator").then().statusCode(404);
        lookUp("email", email);
        read(operator, "CALL", "operator").then().statusCode(200).body("phone", equalTo("+39" + number));
    }

    @ParameterizedTest
    @CsvSource({"{}, purpose", "'{\"purpose\":\"CALL\"}', phone", "'{\"purpose\":\"DELIVERY\",\"code\":\"FA\"}', purpose",
            "'{\"purpose\":\"CALL\",\"phone\":\"123456\",\"email\":\"a@b.it\"}', phone",
            "'{\"purpose\":\"CALL\",\"email\":\"a@b.it\",\"code\":\"FA\"}', email",
            "'{\"purpose\":\"CALL\",\"phone\":\"call me\"}', phone", "'{\"purpose\":\"CALL\",\"phone\":\"\"}', phone",
            "'{\"purpose\":\"CALL\",\"email\":\"not one\"}', email", "'{\"purpose\":\"CALL\",\"code\":\"\"}', phone",
            "'{\"purpose\":\"CALL\",\"phone\":\"12345\"}', phone", "'{\"purpose\":\"CALL\",\"code\":\"FA-7K3F-9QX3\"}', code",
            "'{\"purpose\":\"CALL\",\"name\":\"Rossi\"}', name"})
    void a_look_up_names_exactly_one_thing_that_can_be_looked_up(String body, String field) {
        scene.as(operator, "operator").body(body).post("/api/v1/households/look-up").then().statusCode(400)
                .body("violations.field", hasItem(field));
        assertThat(recorded(operator)).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"name,", "name, '  '", "name, \u202e\u200b", "phone, not-a-phone-Xyzzy", "phone, 12345", "phone, '+     '",
            "email, xyzzy.example.org", "language, italian",
            "floor, a floor much too long to be one-Xyzzy", "birthDate, 1980-01-01"})
    void each_wrong_field_is_named_and_never_quoted(String field, String value) {
        Map<String, Object> wrong = contact();
        wrong.put(field, value);
        ValidatableResponse answer = scene.as(hub.manager()).header("If-Match", "\"0\"").body(wrong).put(path("contact"))
                .then().statusCode(400).body("violations.field", hasItem(field));
        mustNotQuote(answer, value);
        answer = scene.as(hub.manager()).body(with(scene.aHousehold(hub, 1, 0), wrong)).post("/api/v1/households").then()
                .statusCode(400).body("violations.field", hasItem("contact." + field));
        mustNotQuote(answer, value);
        assertThat(scene.count("select count(*) from household where hub_id = ?1", hub.id())).isEqualTo(1);
    }

    private static void mustNotQuote(ValidatableResponse answer, String value) {
        if (value != null && value.length() > 5) {
            answer.body(not(containsString(value)));
        }
    }

    @Test
    void a_field_of_another_type_or_endless_is_refused_without_quoting_it() {
        for (Object value : List.of("Xyzzy\u0000", Map.of("Xyzzy", 1), List.of("Xyzzy"), 47110815, true,
                "Xyzzy".repeat(100))) {
            Map<String, Object> wrong = contact();
            wrong.put("address", value);
            scene.as(hub.manager()).header("If-Match", "\"0\"").body(wrong).put(path("contact")).then().statusCode(400)
                    .body("violations.field", contains("address")).body(not(containsString("Xyzzy")))
                    .body(not(containsString("47110815")));
        }
        scene.as(hub.manager()).header("If-Match", "\"0\"").body("null").put(path("contact")).then().statusCode(400);
        scene.as(hub.manager()).header("If-Match", "\"0\"").body("{\"name\":\"Xyzzy").put(path("contact")).then()
                .statusCode(400).body(not(containsString("Xyzzy")));
    }

    @Test
    void the_database_holds_nothing_of_it_in_clear() {
        read(hub.manager(), "DELIVERY").then().statusCode(200);
        lookUp("phone", number).body("items.id", contains(household));
        assertThat(scene.tablesWith(List.of(household))).as("the tables were read").contains("household");
        List<String> parts = new ArrayList<>();
        for (String part : List.of("Zenobia", number, email, email.toUpperCase(), "Transiti", "Rosmarino", "settimo-bis")) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            parts.addAll(List.of(part, HexFormat.of().formatHex(bytes),
                    Base64.getEncoder().withoutPadding().encodeToString(bytes)));
        }
        assertThat(scene.tablesWith(parts)).isEmpty();
    }

    @Test
    void erased_it_is_gone_for_everybody_and_the_answer_says_what_stays() {
        lookUp("phone", number);
        String at = scene.as(member).post(path("erasure")).then().statusCode(200).body("householdId", equalTo(household))
                .body("erased", contains("CONTACT", "LOOK_UP")).body("stays.what", contains("CASE", "GOODS", "READINGS"))
                .body("stays.why", contains("AID_REPORTING", "FOOD_TRACEABILITY", "ACCOUNTABILITY"))
                .body("erasedAt", notNullValue()).extract().path("erasedAt");
        read(hub.manager(), "DELIVERY").then().statusCode(404);
        read(member, "FOLLOW_UP").then().statusCode(404);
        read(operator, "CALL", "operator").then().statusCode(404);
        lookUp("phone", number).statusCode(200).body("items", empty());
        lookUp("email", email).statusCode(200).body("items", empty());
        for (String table : List.of("vault_key", "vault_entry", "vault_index")) {
            assertThat(scene.count("select count(*) from " + table + " where id = ?1", UUID.fromString(household)))
                    .isEqualTo(0);
        }
        scene.as(hub.manager()).post(path("erasure")).then().statusCode(200).body("erasedAt", equalTo(at));
        scene.as(hub.manager()).get("/api/v1/households/" + household).then().statusCode(200).body("members", equalTo(2))
                .body("version", equalTo(1));
        // who saw it before does not bring it back unawares
        scene.as(member).header("If-Match", "\"0\"").body(contact()).put(path("contact")).then().statusCode(412);
    }

    @Test
    void a_stranger_a_coordinator_and_another_operator_erase_nothing() {
        for (String role : List.of("", "coordinator", "operator")) {
            UUID person = UUID.randomUUID();
            (role.isEmpty() ? scene.as(person) : scene.as(person, role)).post(path("erasure")).then().statusCode(404);
        }
        scene.as(scene.hub().manager()).post(path("erasure")).then().statusCode(404);
        scene.as(hub.manager()).post("/api/v1/households/" + UUID.randomUUID() + "/erasure").then().statusCode(404);
        read(hub.manager(), "DELIVERY").then().statusCode(200);
    }

    @Test
    void the_operator_who_filed_it_erases_it() {
        String own = scene.as(operator, "operator").body(with(scene.aHousehold(hub, 1, 0), contact()))
                .post("/api/v1/households").then().statusCode(201).extract().path("id");
        scene.as(operator, "operator").post("/api/v1/households/" + own + "/erasure").then().statusCode(200);
        scene.as(hub.manager()).get("/api/v1/households/" + own + "/contact?purpose=DELIVERY").then().statusCode(404);
    }

    @Test
    void readers_and_erasers_at_once_end_with_nothing_to_read_and_a_record_for_each_answer() {
        List<CompletableFuture<Integer>> erasures = new ArrayList<>();
        List<CompletableFuture<Integer>> readings = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readings.add(CompletableFuture.supplyAsync(() -> read(hub.manager(), "DELIVERY").statusCode()));
            erasures.add(CompletableFuture.supplyAsync(() -> scene.as(member).post(path("erasure")).statusCode()));
            readings.add(CompletableFuture.supplyAsync(() -> read(hub.manager(), "DELIVERY").statusCode()));
        }
        erasures.forEach(erasure -> assertThat(erasure.join()).isEqualTo(200));
        List<Integer> statuses = readings.stream().map(CompletableFuture::join).toList();
        assertThat(statuses.stream().allMatch(status -> status == 200 || status == 404)).as(statuses.toString()).isTrue();
        assertThat(recorded(hub.manager())).isEqualTo(statuses.stream().filter(status -> status == 200).count());
        read(hub.manager(), "DELIVERY").then().statusCode(404);
    }
}
