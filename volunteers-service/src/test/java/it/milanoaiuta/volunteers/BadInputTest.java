package it.milanoaiuta.volunteers;

import static io.restassured.RestAssured.given;
import static it.milanoaiuta.volunteers.City.ANNA;
import static it.milanoaiuta.volunteers.City.GIULIA;
import static it.milanoaiuta.volunteers.City.as;
import static it.milanoaiuta.volunteers.City.inDays;
import static it.milanoaiuta.volunteers.City.withKey;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class BadInputTest {

    private static UUID organisation;
    private static UUID opportunity;
    private static UUID shift;

    @BeforeEach
    void somethingIsThere() {
        if (shift == null) {
            organisation = City.verifiedOrganisation(ANNA);
            opportunity = City.opportunity(ANNA, organisation);
            shift = City.shift(ANNA, opportunity, inDays(3), 1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "name | {\"contact\": {\"email\": \"a@b.it\"}}",
            "name | {\"name\": \" \", \"contact\": {\"email\": \"a@b.it\"}}",
            "contact | {\"name\": \"A\"}",
            "contact.email | {\"name\": \"A\", \"contact\": {\"email\": \"nobody\"}}",
            "contact.phone | {\"name\": \"A\", \"contact\": {\"email\": \"a@b.it\", \"phone\": \"call me\"}}",
            "contact.phone | {\"name\": \"A\", \"contact\": {\"email\": \"a@b.it\", \"phone\": \"12345\"}}",
            "contact.phone | {\"name\": \"A\", \"contact\": {\"email\": \"a@b.it\", \"phone\": \"+     \"}}",
            "name | {\"name\": \"\\u202e\", \"contact\": {\"email\": \"a@b.it\"}}",
            "name | {\"name\": \"\\u00a0\\u200b\\n\", \"contact\": {\"email\": \"a@b.it\"}}",
            "fiscalCode | {\"name\": \"A\", \"contact\": {\"email\": \"a@b.it\"}, \"fiscalCode\": \"123\"}",
            "fiscalCode | {\"name\": \"A\", \"contact\": {\"email\": \"a@b.it\"}, \"fiscalCode\": \"01199250159\"}",
            "fiscalCode | {\"name\": \"A\", \"contact\": {\"email\": \"a@b.it\"}, \"fiscalCode\": \"00000000000\"}",
            "fiscalCode | {\"name\": \"A\", \"contact\": {\"email\": \"a@b.it\"}, \"fiscalCode\": \"RSSMRA85T10A562S\"}",
            "fiscalCode | {\"name\": \"A\", \"contact\": {\"email\": \"a@b.it\"}, \"fiscalCode\": \"RSSMRA85X10A562S\"}",
            "status | {\"name\": \"A\", \"contact\": {\"email\": \"a@b.it\"}, \"status\": \"VERIFIED\"}"})
    void a_wrong_registration_names_its_field(String field, String body) {
        wrong(field, as(ANNA).body(body).post("/api/v1/organisations").then());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "task | \"task\": \"PACKING\" | \"task\": \"COOKING\"",
            "task | \"task\": \"PACKING\" | \"task\": null",
            "title | {\"it\": \"A\"} | {}",
            "title | {\"it\": \"A\"} | null",
            "title[it] | {\"it\": \"A\"} | {\"it\": \" \"}",
            "place | \"place\" | \"skills\": [], \"nowhere\"",
            "place.municipio | \"municipio\": 6 | \"municipio\": 10",
            "place.municipio | \"municipio\": 6 | \"municipio\": -1",
            "place.latitude | \"municipio\": 6 | \"municipio\": 6, \"longitude\": 9.1",
            "place.longitude | \"municipio\": 6 | \"municipio\": 6, \"longitude\": 999, \"latitude\": 45",
            "minimumAge | \"task\" | \"minimumAge\": 15, \"task\"",
            "skills[] | \"task\" | \"skills\": [\"MAGIC\"], \"task\"",
            "ownerKind | ORGANISATION | CITY"})
    void a_wrong_opportunity_names_its_field(String field, String good, String bad) {
        String body = """
                {"ownerKind": "ORGANISATION", "ownerId": "%s", "task": "PACKING", "title": {"it": "A"},
                 "place": {"name": "S", "address": "V", "municipio": 6}}""".formatted(organisation);
        ValidatableResponse answer = as(ANNA).body(body.replace(good, bad)).post("/api/v1/opportunities").then()
                .statusCode(400);
        if (!field.endsWith("[]") && !field.equals("place")) {
            answer.body("violations.field", hasItem(field));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "start | P-1D | PT2H | {\"role\": \"PACKER\", \"capacity\": 1}",
            "start | P800D | PT2H | {\"role\": \"PACKER\", \"capacity\": 1}",
            "end | P3D | PT0H | {\"role\": \"PACKER\", \"capacity\": 1}",
            "end | P3D | PT-2H | {\"role\": \"PACKER\", \"capacity\": 1}",
            "end | P3D | PT25H | {\"role\": \"PACKER\", \"capacity\": 1}",
            "roles[0].capacity | P3D | PT2H | {\"role\": \"PACKER\", \"capacity\": 0}",
            "roles[0].capacity | P3D | PT2H | {\"role\": \"PACKER\", \"capacity\": -1}",
            "roles[0].capacity | P3D | PT2H | {\"role\": \"PACKER\", \"capacity\": 1000000}",
            "roles[0].capacity | P3D | PT2H | {\"role\": \"PACKER\", \"capacity\": 99999999999}",
            "roles[0].capacity | P3D | PT2H | {\"role\": \"PACKER\", \"capacity\": 1.5}",
            "roles[0].role | P3D | PT2H | {\"capacity\": 1}",
            "roles[0].role | P3D | PT2H | {\"role\": \"KING\", \"capacity\": 1}",
            "roles | P3D | PT2H | `` ",
            "roles[0] | P3D | PT2H | null",
            "roles[1].role | P3D | PT2H | {\"role\": \"PACKER\", \"capacity\": 1}, {\"role\": \"PACKER\", \"capacity\": 2}"})
    void a_wrong_shift_names_its_field(String field, String from, String length, String roles) {
        Instant start = City.in(Duration.parse(from));
        String body = "{\"start\": \"%s\", \"end\": \"%s\", \"roles\": [%s]}".formatted(start,
                start.plus(Duration.parse(length)), roles == null ? "" : roles);
        wrong(field, as(ANNA).body(body).post("/api/v1/opportunities/{id}/shifts", opportunity).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"role\": null}", "{}", "{\"role\": \"KING\"}", "{\"role\": 3}",
            "{\"role\": \"PACKER\", \"state\": \"CONFIRMED\"}", "{\"role\": \"LEAD\"}"})
    void a_wrong_sign_up_is_refused_and_changes_nothing(String body) {
        as(GIULIA).body(body).post("/api/v1/shifts/{id}/sign-ups", shift).then().statusCode(400)
                .contentType("application/problem+json");
        given().get("/api/v1/shifts/{id}", shift).then().body("roles[0].taken", equalTo(0)).body("roles[0].waiting",
                equalTo(0));
    }

    @Test
    void a_write_without_its_key_or_with_a_malformed_one_is_refused() {
        given().auth().oauth2(it.milanoaiuta.platform.testing.TestTokens.of(GIULIA)).contentType("application/json")
                .body("{\"role\": \"PACKER\"}").post("/api/v1/shifts/{id}/sign-ups", shift).then().statusCode(400)
                .body("violations.field", equalTo(List.of("Idempotency-Key")));
        given().auth().oauth2(it.milanoaiuta.platform.testing.TestTokens.of(GIULIA)).contentType("application/json")
                .header("Idempotency-Key", "tuesday").body("{\"role\": \"PACKER\"}").post("/api/v1/shifts/{id}/sign-ups", shift)
                .then().statusCode(400).body("violations.field", equalTo(List.of("Idempotency-Key")));
    }

    @Test
    void a_key_with_another_body_is_refused() {
        UUID key = UUID.randomUUID();
        withKey(key, ANNA).body(City.registration("A")).post("/api/v1/organisations").then().statusCode(201);
        withKey(key, ANNA).body(City.registration("B")).post("/api/v1/organisations").then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({"/shifts?from=yesterday, from", "/shifts?municipio=12, municipio", "/shifts?limit=0, limit",
            "/shifts?limit=101, limit", "/shifts?cursor=nonsense, cursor", "/shifts?task=cooking!, task",
            "/shifts?ownerId=1, ownerId", "/organisations?status=FINE, status", "/organisations?cursor=eA, cursor"})
    void a_wrong_query_parameter_is_named(String path, String field) {
        wrong(field, given().get("/api/v1" + path).then());
    }

    @ParameterizedTest
    @CsvSource({"/shifts, 2", "/shifts/to-take-over, 2", "/shifts/{shift}/sign-ups, 1", "/me/sign-ups, 2", "/organisations, 1"})
    void a_cursor_of_absurd_values_is_named(String path, int values) {
        for (String absurd : List.of(" ", "x", "\u0000", "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z",
                "9999999999999999999999")) {
            String cursor = Base64.getUrlEncoder().encodeToString(String.join("\u001f", Collections.nCopies(values, absurd))
                    .getBytes(StandardCharsets.UTF_8));
            String mixed = Base64.getUrlEncoder().encodeToString((absurd + "\u001f" + UUID.randomUUID())
                    .getBytes(StandardCharsets.UTF_8));
            for (String sent : List.of(cursor, mixed, cursor + "!", "a".repeat(3000))) {
                wrong("cursor", as(ANNA, "coordinator").queryParam("cursor", sent)
                        .get("/api/v1" + path.replace("{shift}", shift.toString())).then());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shifts/x", "/shifts/0192f000-0000-7000-8000-00000000ffff", "/opportunities/1",
            "/organisations/0192f000-0000-7000-8000-00000000ffff"})
    void what_is_not_there_is_not_found(String path) {
        given().get("/api/v1" + path).then().statusCode(404).contentType("application/problem+json");
    }

    private static void wrong(String field, ValidatableResponse answer) {
        answer.statusCode(400).contentType("application/problem+json").body("violations.field", hasItem(field));
    }
}
