package it.milanoaiuta.donations;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.donations.City.PASTA;
import static it.milanoaiuta.donations.City.as;
import static it.milanoaiuta.donations.City.gift;
import static it.milanoaiuta.donations.City.hub;
import static it.milanoaiuta.donations.City.in;
import static it.milanoaiuta.donations.City.need;
import static it.milanoaiuta.donations.City.organisationOf;
import static it.milanoaiuta.donations.City.sql;
import static it.milanoaiuta.donations.City.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import it.milanoaiuta.platform.testing.TestTokens;

/** Whatever is wrong is answered with the field's name, and nothing is changed. */
@QuarkusTest
class BadInputTest {

    private final UUID anna = UUID.randomUUID();
    private UUID organisation;
    private Object before;

    @BeforeEach
    void remember() {
        organisation = organisationOf(anna);
        before = everything();
    }

    @AfterEach
    void nothing_was_changed() {
        assertThat(everything()).isEqualTo(before);
    }

    private static Object everything() {
        return Arrays.asList((Object[]) sql("select (select count(*) from need), (select count(*) from donation), "
                + "(select count(*) from outbox) + (select count(*) from event_log), (select count(*) from idempotency)"));
    }

    @ParameterizedTest
    @CsvSource({"ownerKind", "ownerId", "deliverTo", "byWhen", "urgency", "lines"})
    void a_need_without_a_field(String field) {
        Map<String, Object> body = validNeed();
        body.remove(field);
        refused(post("/api/v1/needs", body), field);
    }

    @ParameterizedTest
    @CsvSource({"handover", "lines"})
    void a_donation_without_a_field(String field) {
        Map<String, Object> body = validGift();
        body.remove(field);
        refused(post("/api/v1/donations", body), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1e30", "0.0001", "1000001", "null", "\"\"", "\"ten\"", "\"NaN\"", "true", "[]", "{}",
            "\"1e999999999\"", "-0", "\"0.00000000001\""})
    void a_quantity_that_is_none(String quantity) {
        for (String path : List.of("/api/v1/needs", "/api/v1/donations")) {
            String body = (path.endsWith("needs") ? toJson(validNeed()) : toJson(validGift()))
                    .replace("\"quantity\":\"1\"", "\"quantity\":" + quantity);
            refused(as(anna).body(body).post(path).then(), "lines[0].quantity");
        }
    }

    @Test
    void half_a_piece_and_a_unit_that_is_not_the_items() {
        refused(post("/api/v1/donations", gift().toStock(PASTA, "1.5", "PIECE").body()), "lines[0].quantity");
        refused(post("/api/v1/donations", gift().toStock(PASTA, "1", "L").body()), "lines[0].unit");
        refused(post("/api/v1/donations", gift().toStock(PASTA, "1", "POUND").body()), "lines[0].unit");
        refused(post("/api/v1/needs", need(organisation).forGoods(PASTA, "1", "HOUR").body()), "lines[0].unit");
    }

    @Test
    void no_line_and_too_many() {
        refused(post("/api/v1/donations", gift().body()), "lines");
        City.Giving many = gift();
        Collections.nCopies(101, PASTA).forEach(item -> many.toStock(item, "1", "PIECE"));
        refused(post("/api/v1/donations", many.body()), "lines");
        City.Asking asked = need(organisation);
        Collections.nCopies(101, PASTA).forEach(item -> asked.forGoods(item, "1", "PIECE"));
        refused(post("/api/v1/needs", asked.body()), "lines");
        refused(post("/api/v1/needs", need(organisation).with("lines", Arrays.asList((Object) null)).body()), "lines[0]");
    }

    @Test
    void neither_item_nor_service_and_both() {
        refused(post("/api/v1/needs", need(organisation).with("lines", List.of(Map.of("quantity", "1", "unit", "KG"))).body()),
                "lines[0].itemId");
        refused(post("/api/v1/needs", need(organisation).with("lines",
                List.of(Map.of("itemId", PASTA, "service", "STORAGE", "quantity", "1", "unit", "DAY"))).body()),
                "lines[0].itemId");
    }

    @Test
    void a_time_that_has_passed_or_is_far_away_or_is_none() {
        refused(post("/api/v1/needs", validNeed("byWhen", in(-1, ChronoUnit.MINUTES))), "byWhen");
        refused(post("/api/v1/needs", validNeed("byWhen", in(400, ChronoUnit.DAYS))), "byWhen");
        refused(post("/api/v1/needs", validNeed("byWhen", "tomorrow")), "byWhen");
        refused(post("/api/v1/needs", validNeed("byWhen", "2026-12-01")), "byWhen");
        refused(post("/api/v1/needs", validNeed("byWhen", 17)), "byWhen");
    }

    @Test
    void a_place_that_is_none() {
        refused(post("/api/v1/needs", validNeed("deliverTo", Map.of("name", " ", "address", "via", "municipio", 2))),
                "deliverTo.name");
        refused(post("/api/v1/needs", validNeed("deliverTo", Map.of("name", "n", "address", "a".repeat(201), "municipio", 2))),
                "deliverTo.address");
        refused(post("/api/v1/needs", validNeed("deliverTo", Map.of("name", "n", "address", "a", "municipio", 10))),
                "deliverTo.municipio");
        refused(post("/api/v1/needs", validNeed("deliverTo", Map.of("name", "n\u0000", "address", "a", "municipio", 1))),
                "deliverTo.name");
    }

    @Test
    void a_code_that_is_none_and_a_field_that_is_unknown() {
        refused(post("/api/v1/needs", validNeed("urgency", "NOW")), "urgency");
        refused(post("/api/v1/needs", validNeed("urgency", 0)), "urgency");
        refused(post("/api/v1/needs", validNeed("price", "3")), "price");
        refused(post("/api/v1/needs", validNeed("ownerId", "1-1-1-1-1")), "ownerId");
        refused(post("/api/v1/donations", gift().with("ifNotNeeded", "BURN").toStock(PASTA, "1", "PIECE").body()),
                "ifNotNeeded");
    }

    @Test
    void both_givers() {
        refused(post("/api/v1/donations", gift().with("donorOrganisationId", organisation).with("onBehalfOfHubId", hub(1))
                .toStock(PASTA, "1", "PIECE").body()), "onBehalfOfHubId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"lines\":[}", "{\"lines\":1,\"lines\":2}"})
    void json_that_is_none(String body) {
        as(anna).body(body).post("/api/v1/donations").then().statusCode(400);
        as(anna).body(body).post("/api/v1/needs").then().statusCode(400);
    }

    @Test
    void a_content_type_that_is_not_json() {
        given().contentType("text/plain").auth().oauth2(TestTokens.of(anna)).header("Idempotency-Key", UUID.randomUUID())
                .body("hello").post("/api/v1/donations").then().statusCode(415);
    }

    @Test
    void a_key_that_is_missing_or_malformed() {
        given().contentType("application/json").auth().oauth2(TestTokens.of(anna)).body(validGift()).post("/api/v1/donations")
                .then().statusCode(400).body("violations.field", hasItem("Idempotency-Key"));
        given().contentType("application/json").auth().oauth2(TestTokens.of(anna)).header("Idempotency-Key", "1")
                .body(validGift()).post("/api/v1/donations").then().statusCode(400);
    }

    @Test
    void ids_and_cursors_that_are_none() {
        visitor().get("/api/v1/needs/1").then().statusCode(404);
        visitor().get("/api/v1/items/abc").then().statusCode(404);
        visitor().get("/api/v1/needs?itemId=abc").then().statusCode(400).body("violations.field", hasItem("itemId"));
        visitor().get("/api/v1/needs?limit=0").then().statusCode(400);
        visitor().get("/api/v1/needs?limit=101").then().statusCode(400);
        visitor().get("/api/v1/needs?municipio=12").then().statusCode(400);
        for (String cursor : List.of("x", "!!", "AAAA", cursor("9", "not a time", "x"),
                cursor("0", "2026-01-01T00:00:00Z", "x"),
                cursor("0", "+999999999-01-01T00:00:00Z", UUID.randomUUID().toString()))) {
            visitor().queryParam("cursor", cursor).get("/api/v1/needs").then().statusCode(400).body("violations.field",
                    hasItem("cursor"));
        }
        visitor().queryParam("cursor", cursor("\u0000")).get("/api/v1/items").then().statusCode(400);
        as(anna).queryParam("cursor", cursor("x")).get("/api/v1/donations/mine").then().statusCode(400);
    }

    @Test
    void a_period_that_is_none() {
        for (String period : List.of("from=2026-02-01&to=2026-01-01", "from=2024-01-01&to=2026-01-01", "from=x",
                "to=2026-13-01")) {
            City.coordinator().get("/api/v1/figures?" + period).then().statusCode(400);
        }
    }

    private Map<String, Object> validNeed() {
        return new HashMap<>(need(organisation).forGoods(PASTA, "1", "PIECE").body());
    }

    private Map<String, Object> validNeed(String field, Object value) {
        Map<String, Object> body = validNeed();
        body.put(field, value);
        return body;
    }

    private static Map<String, Object> validGift() {
        return new HashMap<>(gift().toStock(PASTA, "1", "PIECE").body());
    }

    private ValidatableResponse post(String path, Map<String, Object> body) {
        return as(anna).body(body).post(path).then();
    }

    private static void refused(ValidatableResponse answer, String field) {
        answer.statusCode(400).contentType("application/problem+json").body("status", equalTo(400)).body("violations.field",
                hasItem(field));
    }

    private static String toJson(Map<String, Object> body) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cursor(String... values) {
        return java.util.Base64.getUrlEncoder().encodeToString(String.join("\u001f", values).getBytes());
    }
}
