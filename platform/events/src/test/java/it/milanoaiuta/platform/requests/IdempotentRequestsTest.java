package it.milanoaiuta.platform.requests;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.PlaceResource;
import it.milanoaiuta.platform.events.operating.Housekeeping;
import it.milanoaiuta.platform.testing.OnLocalStack;
import it.milanoaiuta.platform.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(value = OnLocalStack.class, initArgs = @ResourceArg(name = "service", value = "test"))
class IdempotentRequestsTest {

    private static final String GIULIA = "Giulia Bianchi";

    @Inject
    Database database;

    @Inject
    Housekeeping housekeeping;

    private final UUID place = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    private IdempotentRequestsTest places(int capacity) {
        database.update("insert into place (id, capacity) values (?, ?)", place, capacity);
        return this;
    }

    private int taken() {
        return database.first("select taken from place where id = ?", Integer.class, place).orElseThrow();
    }

    private long told() {
        return database.first("select coalesce(max(last_seq), 0) from outbox_stream where aggregate_id = ?", Long.class,
                place).orElseThrow();
    }

    private RequestSpecification request() {
        return given().contentType("application/json").header("Idempotency-Key", key).body("{\"name\": \"" + GIULIA + "\"}");
    }

    private Response post(String how) {
        return request().post("/places/{id}/{how}", place, how);
    }

    @Test
    void the_document_says_of_each_of_them_that_it_needs_a_key() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        List<Map<String, Object>> operations = document.getList(
                "paths.findAll { it.key.startsWith('/places/') }.collect { it.value.post }");
        assertThat(operations).hasSize(8);
        operations.forEach(operation -> {
            assertThat(operation.get("parameters").toString()).contains("#/components/parameters/IdempotencyKey");
            assertThat(((Map<?, ?>) operation.get("responses")).keySet().containsAll(List.of("400", "409", "422", "default")))
                    .isTrue();
        });
        assertThat(document.getString("components.parameters.IdempotencyKey.name")).isEqualTo("Idempotency-Key");
        assertThat(document.getBoolean("components.parameters.IdempotencyKey.required")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"record, 201", "response, 201", "rest-response, 202", "nothing, 204", "in-statement, 200"})
    void the_same_request_takes_one_place_and_gets_the_same_answer(String how, int status) {
        places(5);
        Response first = post(how);
        Response again = post(how);

        first.then().statusCode(status).header("Idempotent-Replayed", nullValue());
        again.then().statusCode(status).header("Idempotent-Replayed", equalTo("true"));
        assertThat(again.body().asString()).isEqualTo(first.body().asString());
        for (String header : List.of("Content-Type", "Location", "ETag")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(taken()).isEqualTo(1);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void location_and_etag_of_an_answer_are_given() {
        places(1);
        Response first = post("response");
        assertThat(first.header("Location")).contains("/taken/");
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_request_without_a_key_is_refused_and_names_the_header() {
        places(1);
        given().contentType("application/json").body("{}").post("/places/{id}/record", place)
                .then().statusCode(400).body("violations[0].field", equalTo("Idempotency-Key"));
        assertThat(taken()).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "not-a-uuid", "1-1-1-1-1", "0192f000-0000-7000-8000-00000000000g", ""})
    void a_key_that_is_no_uuid_is_refused(String malformed) {
        places(1);
        given().contentType("application/json").header("Idempotency-Key", malformed).body("{}")
                .post("/places/{id}/record", place).then().statusCode(400);
        assertThat(taken()).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "in-statement"})
    void a_key_used_for_another_request_is_refused(String how) {
        places(5);
        post(how).then().statusCode(how.equals("record") ? 201 : 200);
        request().body("{\"name\": \"Omar\"}").post("/places/{id}/{how}", place, how).then().statusCode(422);
        request().post("/places/{id}/{how}?twice=1", place, how).then().statusCode(422);
        post("rest-response").then().statusCode(422);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void a_refusal_gives_its_key_back() {
        places(0);
        post("record").then().statusCode(409);
        database.update("update place set capacity = 1 where id = ?", place);
        post("record").then().statusCode(201).header("Idempotent-Replayed", nullValue());
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void an_answer_that_refuses_changes_nothing_and_gives_its_key_back() {
        places(1);
        post("refused").then().statusCode(409).header("Idempotent-Replayed", nullValue());
        post("refused").then().statusCode(409).header("Idempotent-Replayed", nullValue());
        assertThat(taken()).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "response", "in-statement"})
    void ten_equal_requests_at_once_take_one_place_and_get_one_answer(String how) {
        places(10);
        ExecutorService pool = Executors.newFixedThreadPool(10);
        try {
            List<String> answers = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(how).body().asString(), pool)).toList()
                    .stream().map(CompletableFuture::join).distinct().toList();
            assertThat(answers).hasSize(1);
            assertThat(taken()).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "in-statement"})
    void while_the_first_request_runs_the_second_waits_two_seconds_and_is_told_to_come_back(String how) throws Exception {
        places(10);
        PlaceResource.gate = new CountDownLatch(1);
        PlaceResource.arrival = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> post("record"));
        try {
            assertThat(PlaceResource.arrival.await(60, TimeUnit.SECONDS)).as("the first request holds its key").isTrue();
            long start = System.nanoTime();
            request().post("/places/{id}/{how}", place, how).then().statusCode(409).header("Retry-After", equalTo("2"));
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(millis > 1900).as(millis + " ms").isTrue();
        } finally {
            PlaceResource.gate.countDown();
        }
        first.join().then().statusCode(201);
        post("record").then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void who_may_not_any_more_is_not_answered_either() {
        places(5);
        post("record").then().statusCode(201);
        PlaceResource.shut.add(place);
        post("record").then().statusCode(404).header("Idempotent-Replayed", nullValue());
        PlaceResource.shut.remove(place);
        post("record").then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void a_method_that_does_not_say_when_its_caller_may_fails_and_changes_nothing() {
        places(5);
        post("unclaimed").then().statusCode(500);
        assertThat(taken()).isEqualTo(0);
    }

    @Test
    void what_was_opened_from_the_vault_is_answered_once_and_not_kept() {
        places(5);
        String id = post("door").then().statusCode(200).body("stair", equalTo("scala B"))
                .body("bell.name", equalTo("Zenobia")).extract().path("id");
        post("door").then().statusCode(200).header("Idempotent-Replayed", equalTo("true")).body("id", equalTo(id))
                .body("stair", nullValue()).body("bell", nullValue());
    }

    @Test
    void a_stored_answer_cannot_be_read_in_the_database() {
        places(1);
        assertThat(post("response").body().asString()).contains(GIULIA);
        String stored = database.first("select encode(body, 'escape') || headers::text from idempotency where key = ?",
                String.class, UUID.fromString(key)).orElseThrow();
        assertThat(stored).doesNotContain("Giulia");
    }

    /** Who reads the table and guesses the body cannot tell whether the guess is right. */
    @Test
    void a_guess_at_what_was_asked_cannot_be_checked_in_the_database() throws Exception {
        places(1);
        request().body("{\"name\": \"+39 333 1234567\"}").post("/places/{id}/record", place).then().statusCode(201);
        byte[] guess = ("POST /places/" + place + "/record?null\n{\"name\": \"+39 333 1234567\"}").getBytes(UTF_8);
        assertThat(Arrays.equals(MessageDigest.getInstance("SHA-256").digest(guess), storedFingerprint())).isFalse();
    }

    private byte[] storedFingerprint() {
        return database.first("select fingerprint from idempotency where key = ?", byte[].class,
                UUID.fromString(key)).orElseThrow();
    }

    /** The secret is changed between a request and its repetition. */
    @Test
    void a_request_kept_under_an_older_secret_is_recognised() {
        Fingerprints old = new Fingerprints(List.of(secret(1)));
        Fingerprints rotated = new Fingerprints(List.of(secret(2), secret(1)));
        Fingerprints forgotten = new Fingerprints(List.of(secret(2)));
        assertThat(claims(old, "{}")).as("the first time it is new").isTrue();
        assertThat(claims(rotated, "{}")).as("kept under the older one").isFalse();
        assertThat(SqlFailure.stateOf(catchThrowableOfType(SqlFailure.class, () -> claims(rotated, "[]")))).isEqualTo("MA422");
        assertThat(SqlFailure.stateOf(catchThrowableOfType(SqlFailure.class, () -> claims(forgotten, "{}"))))
                .isEqualTo("MA422");
    }

    @Test
    void what_is_kept_is_kept_under_the_current_secret() {
        assertThat(claims(new Fingerprints(List.of(secret(2), secret(1))), "{}")).isTrue();
        assertThat(storedFingerprint().length).isEqualTo(32);
        assertThat(claims(new Fingerprints(List.of(secret(2))), "{}")).isFalse();
    }

    private boolean claims(Fingerprints fingerprints, String body) {
        return database.query("select 1 from idempotency_claim('visitor', ?, ?) where key is not null", Integer.class,
                UUID.fromString(key), fingerprints.of("POST", URI.create("/places"), body.getBytes(UTF_8))).isEmpty();
    }

    private static String secret(int number) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void a_key_belongs_to_its_caller() {
        places(5);
        String giulia = TestTokens.of(UUID.randomUUID());
        String omar = TestTokens.of(UUID.randomUUID());
        request().auth().oauth2(giulia).post("/places/{id}/record", place).then().statusCode(201);
        request().auth().oauth2(omar).post("/places/{id}/record", place).then().statusCode(201)
                .header("Idempotent-Replayed", nullValue());
        request().auth().oauth2(giulia).post("/places/{id}/record", place).then().statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"));
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void a_key_is_free_again_after_seven_days() {
        places(5);
        post("record");
        database.update("update idempotency set created_at = now() - interval '7 days 1 minute' where key = ?",
                UUID.fromString(key));
        housekeeping.purge();
        post("record").then().statusCode(201).header("Idempotent-Replayed", nullValue());
        assertThat(taken()).isEqualTo(2);
    }
}
