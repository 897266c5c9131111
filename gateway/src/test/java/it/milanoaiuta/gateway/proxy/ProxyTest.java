package it.milanoaiuta.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import it.milanoaiuta.defaults.Problem;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.ServicesDouble;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class ProxyTest {

    @TestHTTPResource("/")
    URI address;

    @ParameterizedTest
    @CsvSource({"/api/v1/shifts/1?from=a&to=b%20c, volunteers", "/api/v1/me/sign-ups/1, volunteers",
            "/api/v1/organisations/mine, volunteers",
            "/api/v1/needs/mine, donations", "/api/v1/donations/MA-7K3F-9QX2, donations",
            "/api/v1/hubs/1/arrivals?day=2026-01-01, food-hub",
            "/api/v1/me/deliveries, food-hub", "/api/v1/help-requests/1, food-hub"})
    void an_address_reaches_the_service_that_owns_it(String path, String service) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(200).body("service", equalTo(service))
                .body("uri", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/figures", "/api/v1/internal/streams", "/internal/streams", "/api/v1/q/health",
            "/api/v1/me", "/api/v1/me/other", "/api/v1", "/api/v1/nothing", "/api/v2/shifts", "/shiftsx",
            "/api/v1/shifts/../internal", "/api/v1/shifts/..;/internal", "/api/v1/shifts/..%2finternal", "//api/v1/shifts",
            "/api//v1/shifts", "/api/v1/shifts//1", "/api/v1/shifts/%2e%2e/figures", "/api/v1/shifts;x=1", "/api/v1/%73hifts",
            "/api/v1\\shifts", "/api/v1/shifts/%5c..%5cfigures", "/api/v1/shifts/%2fetc", "/api/v1/shifts/%00",
            "/./api/v1/shifts",
            "/api/v1/shifts/1%0d%0aX:%20y", "/api/v1/shifts/.", "http://elsewhere/api/v1/figures"})
    void nothing_else_is_ever_reached(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 (404|400) .*").doesNotContain("\"service\"");
    }

    @Test
    void our_own_failures_are_problems() {
        given().get("/api/v1/nothing").then().statusCode(404).contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/not-found")).body("traceId", notNullValue());
        given().request("TRACE", "/api/v1/shifts").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
        given().header("Accept-Language", "it").get("/api/v1/dead/1").then().statusCode(502).contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", "2").body("type", equalTo("/problems/part-down"))
                .body("title", equalTo("Una parte non risponde"));
        given().get("/api/v1/items/slow").then().statusCode(504).contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/part-slow"));
        given().get("/api/v1/items/reset").then().statusCode(502).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void a_read_is_repeated_once_and_a_change_never() {
        int before = given().get("/api/v1/items/asked").then().extract().path("asked");
        given().get("/api/v1/items/reset-once").then().statusCode(200).body("asked", equalTo(before + 2));
        given().body("{}").post("/api/v1/items/reset-once").then().statusCode(502);
        given().get("/api/v1/items/asked").then().body("asked", equalTo(before + 3));
    }

    @Test
    void what_the_caller_says_of_herself_stays_outside() {
        given().header("X-Forwarded-For", "1.2.3.4").header("Forwarded", "for=1.2.3.4").header("X-Remote-User", "elena")
                .header("X-User-Id", "elena").header("Cookie", "q_session=1").header("X-HTTP-Method-Override", "DELETE")
                .header("Accept-Encoding", "gzip").get("/api/v1/items").then().body("headers", not(hasKey("x-forwarded-for")))
                .body("headers", not(hasKey("forwarded"))).body("headers", not(hasKey("x-remote-user")))
                .body("headers", not(hasKey("x-user-id"))).body("headers", not(hasKey("cookie")))
                .body("headers", not(hasKey("x-http-method-override"))).body("headers", not(hasKey("accept-encoding")));
    }

    @Test
    void what_a_service_needs_passes() {
        given().header("Authorization", "Bearer abc").header("Idempotency-Key", "k").header("If-Match", "\"3\"")
                .header("Accept-Language", "ar").contentType("application/merge-patch+json")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").body("{\"a\": 1}")
                .patch("/api/v1/donations/1").then().statusCode(200).body("method", equalTo("PATCH"))
                .body("length", equalTo(8)).body("headers.authorization", equalTo("Bearer abc"))
                .body("headers.idempotency-key", equalTo("k")).body("headers.if-match", equalTo("\"3\""))
                .body("headers.accept-language", equalTo("ar"))
                .body("headers.content-type", startsWith("application/merge-patch+json"))
                .body("headers.traceparent", startsWith("00-0af7651916cd43dd8448eb211c80319c-"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void what_a_service_says_of_itself_stays_inside() {
        given().get("/api/v1/items").then().header("Server", nullValue()).header("Set-Cookie", nullValue())
                .header("X-Powered-By", nullValue());
        given().redirects().follow(false).get("/api/v1/items/moved").then().statusCode(201)
                .header("Location", "/api/v1/items/1?a=b");
    }

    @Test
    void every_answer_tells_the_browser_to_be_strict() {
        for (String path : new String[]{"/api/v1/items", "/api/v1/nothing", "/api/v1/dead/1"}) {
            given().get(path).then().header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .header("Strict-Transport-Security", notNullValue()).header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "same-origin").header("Permissions-Policy", containsString("camera=(self)"));
        }
    }

    @Test
    void text_is_compressed_but_never_under_a_strong_tag() {
        RestAssuredConfig asIs = RestAssuredConfig.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
        given().config(asIs).header("Accept-Encoding", "gzip").get("/api/v1/items").then()
                .header("Content-Encoding", "gzip").header("Vary", containsString("accept-encoding"));
        given().config(asIs).header("Accept-Encoding", "gzip").get("/api/v1/items/tagged").then().header("ETag", "\"7\"")
                .header("Content-Encoding", not(equalTo("gzip"))).body("text", notNullValue());
    }

    @Test
    void a_body_passes_in_both_framings_up_to_the_limit() throws Exception {
        given().contentType("application/json").body("x".repeat(1_000_000)).post("/api/v1/needs").then().statusCode(200)
                .body("length", equalTo(1_000_000));
        assertThat(chunked(100)).startsWith("HTTP/1.1 200").contains("\"length\":1000000");
    }

    @Test
    void a_body_over_the_limit_is_refused_in_both_framings() throws Exception {
        given().contentType("application/json").body(new byte[5 << 20]).post("/api/v1/needs").then().statusCode(413)
                .contentType(Problem.MEDIA_TYPE);
        assertThat(chunked(500)).startsWith("HTTP/1.1 413").contains(Problem.MEDIA_TYPE);
    }

    @Test
    void an_answer_broken_off_is_not_taken_for_a_whole_one() throws Exception {
        String answer = raw("GET /api/v1/items/broken-off HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer).contains("half").doesNotContain("\r\n0\r\n");
    }

    @Test
    void a_hanging_service_leaves_room_for_the_others() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(80);
        try {
            IntStream.range(0, 80).forEach(i -> callers.submit((Callable<?>) () -> given().get("/api/v1/items/slow")));
            Thread.sleep(200);
            given().get("/api/v1/shifts").then().statusCode(200);
        } finally {
            callers.shutdown();
            assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).as("its connections are free for the next test")
                    .isTrue();
        }
    }

    private String chunked(int chunks) throws IOException {
        StringBuilder request = new StringBuilder("""
                POST /api/v1/needs HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Transfer-Encoding: chunked\r
                Connection: close\r
                \r
                """);
        for (int i = 0; i < chunks; i++) {
            request.append("2710\r\n").append("x".repeat(10_000)).append("\r\n");
        }
        return raw(request.append("0\r\n\r\n").toString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException closedByTheServer) {
                // that is one way to refuse; the answer is there
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
