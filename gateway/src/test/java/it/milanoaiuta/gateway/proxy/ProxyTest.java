package it.milanoaiuta.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.ServicesDouble;
import it.milanoaiuta.platform.web.Problem;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class ProxyTest {

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "login.double")
    String login;

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
    @CsvSource({"MA%207K3F%209QX2, MA-7K3F-9QX2", "7K3F%E2%80%939QX2?a=b, MA-7K3F-9QX2?a=b",
            "%E2%80%AAma%C2%A07k3f%C2%A09qx2%E2%80%AC/receipt, MA-7K3F-9QX2/receipt", "ma7k3f9qx2, ma7k3f9qx2"})
    void a_donations_code_is_taken_as_people_type_it(String typed, String handedOn) {
        given().urlEncodingEnabled(false).get("/api/v1/donations/" + typed).then().statusCode(200)
                .body("service", equalTo("donations")).body("uri", equalTo("/api/v1/donations/" + handedOn))
                .header("Content-Security-Policy", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MA%207K3F%209QX3", "7K3F%20", "MA%E2%80%937K3F"})
    void a_mistyped_code_of_a_donation_is_told_at_the_door(String typed) {
        given().urlEncodingEnabled(false).get("/api/v1/donations/" + typed).then().statusCode(400)
                .contentType(Problem.MEDIA_TYPE).body("type", equalTo("/problems/mistyped")).body("detail", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/figures", "/api/v1/donations/MA%207K3F%209QX2/..%2finternal", "/api/v1/donations/%2e%2e",
            "/api/v1/donations/MA%2f7K3F%209QX2", "/api/v1/donations/%", "/api/v1/donations/%ff%20", "/api/v1/donations/%00MA",
            "/api/v1/internal/streams", "/internal/streams", "/api/v1/q/health",
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
        given().header("Accept-Language", "it").get("/api/v1/dead/1").then().statusCode(502).contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", "2").body("type", equalTo("/problems/part-down"))
                .body("title", equalTo("Una parte non risponde"));
        given().get("/api/v1/items/slow").then().statusCode(504).contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/part-slow"));
        given().get("/api/v1/items/reset").then().statusCode(502).contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "CONNECT", "PROPFIND", "get"})
    void a_method_no_service_knows_goes_no_further(String method) throws Exception {
        assertThat(raw(method + " /api/v1/shifts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405").contains(Problem.MEDIA_TYPE, "\"traceId\"")
                .containsIgnoringCase("Allow: DELETE, GET, HEAD, PATCH, POST, PUT");
    }

    @Test
    void health_is_told_to_this_machine_only() {
        given().get("/q/health").then().statusCode(200);
        given().header("X-Forwarded-For", "127.0.0.1").get("/q/health").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        given().header("Forwarded", "for=127.0.0.1").get("/q/metrics").then().statusCode(404);
    }

    @Test
    void no_other_sites_script_is_let_in() {
        given().header("Origin", "https://elsewhere.example").header("Access-Control-Request-Method", "POST")
                .options("/api/v1/shifts").then().statusCode(405).header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://elsewhere.example").get("/api/v1/shifts").then().statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void of_two_hosts_none_is_believed() throws Exception {
        assertThat(raw("GET /api/v1/shifts HTTP/1.1\r\nHost: localhost\r\nHost: elsewhere\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400").contains(Problem.MEDIA_TYPE, "traceId");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "GET /api/v1/shifts?a=%zz HTTP/1.1\r\nHost: localhost\r\n",
            "GET /api/v1/shifts?a=% HTTP/1.1\r\nHost: localhost\r\n", "GET /?lang=%2 HTTP/1.1\r\nHost: localhost\r\n"})
    void what_cannot_be_decoded_is_refused(String request) throws Exception {
        assertThat(raw(request + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("\"service\"");
    }

    @Test
    void a_request_in_two_framings_is_refused_and_the_connection_closed() throws Exception {
        String answers = raw("""
                POST /api/v1/needs HTTP/1.1\r
                Host: localhost\r
                Content-Length: 80\r
                Transfer-Encoding: chunked\r
                \r
                0\r
                \r
                GET /api/v1/needs HTTP/1.1\r
                Host: localhost\r
                \r
                """);
        assertThat(answers).startsWith("HTTP/1.1 400").doesNotContain("\"service\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080"})
    void we_answer_under_our_names_on_any_port(String host) throws Exception {
        assertThat(raw("GET /api/v1/shifts HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere.example", "elsewhere.example:8080", "localhost.elsewhere.example",
            "[::2]", "127.0.0.1.elsewhere.example"})
    void under_another_name_we_answer_nothing(String host) throws Exception {
        for (String path : List.of("/api/v1/shifts", "/", "/app/shifts", "/q/health", "/assets/0/x")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 421").contains("/problems/status-421");
        }
    }

    @Test
    void slow_callers_keep_no_connection_of_a_service() throws Exception {
        String head = "POST /api/v1/items HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token() + "\r\n";
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                slow.add(begun(head + "Content-Length: 100\r\n\r\nhalf"));
                slow.add(begun(head + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"));
            }
            given().get("/api/v1/items").then().statusCode(200);
            for (Socket either : slow.subList(0, 2)) {
                assertThat(rest(either)).startsWith("HTTP/1.1 408").contains(Problem.MEDIA_TYPE, "/problems/body-slow");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** All are waited for at the same time. */
    @Test
    void a_visitors_body_is_waited_for_by_nobody() throws Exception {
        Map<String, Integer> answers = Map.of("/api/v1/items", 401, "/api/v1/nothing", 404, "/app/shifts/1/sign-up", 302,
                "/nowhere", 404);
        Map<Socket, String> silent = new LinkedHashMap<>();
        try {
            for (String path : answers.keySet()) {
                String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n";
                silent.put(begun(head + "Content-Length: 100\r\n\r\nhalf"), path);
                silent.put(begun(head + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"), path);
            }
            for (var one : silent.entrySet()) {
                assertThat(rest(one.getKey())).as(one.getValue() + ": answered before the body came, and closed")
                        .startsWith("HTTP/1.1 " + answers.get(one.getValue()));
            }
        } finally {
            for (Socket socket : silent.keySet()) {
                socket.close();
            }
        }
    }

    @Test
    void nobody_takes_more_than_her_share_of_the_room_for_bodies() throws Exception {
        String greedy = token();
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                silent.add(begun("POST /api/v1/items HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + greedy
                        + "\r\nContent-Length: 1000001\r\n\r\n" + "x".repeat(1_000_000)));
            }
            String answers = "";
            for (Socket socket : silent) {
                answers += rest(socket);
            }
            assertThat(answers).contains("HTTP/1.1 503", "Retry-After: 2", "HTTP/1.1 408");
            given().auth().oauth2(token()).contentType("application/json").body("x".repeat(1_000_000)).post("/api/v1/needs")
                    .then().statusCode(200);
            given().auth().oauth2(greedy).contentType("application/json").body("x".repeat(1_000_000)).post("/api/v1/needs")
                    .then().statusCode(200);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void metrics_name_routes_and_nobodys_code() {
        for (int i = 0; i < 120; i++) {
            given().get("/api/v1/donations/MA-7K3F-" + i).then().statusCode(200);
            given().get("/api/v1/nothing/MA-7K3F-" + i);
            given().accept("text/html").get("/MA-7K3F-" + i);
        }
        given().auth().oauth2(token()).get("/api/v1/me/sign-ups").then().statusCode(200);
        given().get("/api/v1/home").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString()).contains("uri=\"/api/v1/donations/{code}\"", "uri=\"/other\"",
                "uri=\"/api/v1/me/sign-ups\"", "uri=\"/api/v1/home\"").doesNotContain("MA-7K3F");
    }

    private String token() {
        return given().get(login + "/token-of?sub=" + UUID.randomUUID()).asString();
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_read_is_repeated_once_and_a_change_never() {
        int before = given().get("/api/v1/items/asked").then().extract().path("asked");
        given().get("/api/v1/items/reset-once").then().statusCode(200).body("asked", equalTo(before + 2));
        given().auth().oauth2(token()).body("{}").post("/api/v1/items/reset-once").then().statusCode(502);
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
        String token = token();
        given().header("Authorization", "Bearer " + token).header("Idempotency-Key", "k").header("If-Match", "\"3\"")
                .header("If-None-Match", "\"2\"")
                .header("Accept-Language", "ar").contentType("application/merge-patch+json")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").body("{\"a\": 1}")
                .patch("/api/v1/donations/1").then().statusCode(200).body("method", equalTo("PATCH"))
                .body("length", equalTo(8)).body("headers.authorization", equalTo("Bearer " + token))
                .body("headers.idempotency-key", equalTo("k")).body("headers.if-match", equalTo("\"3\""))
                .body("headers.if-none-match", equalTo("\"2\""))
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
        given().auth().oauth2(token()).contentType("application/json").body("x".repeat(1_000_000)).post("/api/v1/needs").then()
                .statusCode(200).body("length", equalTo(1_000_000));
        assertThat(chunked(100)).startsWith("HTTP/1.1 200").contains("\"length\":1000000");
    }

    @Test
    void a_body_over_the_limit_is_refused_in_both_framings() throws Exception {
        given().contentType("application/json").body(new byte[5 << 20]).post("/api/v1/needs").then().statusCode(413)
                .contentType(Problem.MEDIA_TYPE).body("type", equalTo("/problems/too-large"))
                .body("detail", containsString("1024"));
        assertThat(chunked(500)).startsWith("HTTP/1.1 413").contains(Problem.MEDIA_TYPE, "/problems/too-large");
    }

    @Test
    void an_answer_broken_off_is_not_taken_for_a_whole_one() throws Exception {
        String answer = raw("GET /api/v1/items/broken-off HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(answer).contains("half").doesNotContain("\r\n0\r\n");
    }

    @Test
    void a_hanging_service_leaves_room_for_the_others_and_tells_its_own_to_come_back() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(40);
        try {
            List<Future<Response>> answers = new ArrayList<>();
            IntStream.range(0, 40).forEach(i -> answers.add(callers.submit(() -> given().get("/api/v1/items/slow"))));
            given().get("/api/v1/shifts").then().statusCode(200);
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> answer : answers) {
                Response response = answer.get();
                response.then().statusCode(oneOf(503, 504)).contentType(Problem.MEDIA_TYPE).header("Retry-After", "2")
                        .body("type", oneOf("/problems/part-busy", "/problems/part-slow")).body("traceId", notNullValue());
                statuses.add(response.statusCode());
            }
            assertThat(statuses).contains(503, 504);
        } finally {
            callers.shutdownNow();
            assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).as("its connections are free for the next test")
                    .isTrue();
        }
    }

    private String chunked(int chunks) throws IOException {
        StringBuilder request = new StringBuilder("""
                POST /api/v1/needs HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Transfer-Encoding: chunked\r
                Connection: close\r
                \r
                """.formatted(token()));
        for (int i = 0; i < chunks; i++) {
            request.append("2710\r\n").append("x".repeat(10_000)).append("\r\n");
        }
        return raw(request.append("0\r\n\r\n").toString());
    }

    private Socket begun(String request) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
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
