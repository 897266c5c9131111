package it.milanoaiuta.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.gateway.Browser;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.ServicesDouble;
import it.milanoaiuta.gateway.page.Address;
import it.milanoaiuta.platform.testing.Cost;

/** What may be sent to the door, by whom and how much of it. */
@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class GatekeeperTest {

    private static final int OF_ONE_ADDRESS = 600;
    private static final int LENGTH = 3_500;
    private static final String ARRIVAL = "/app/arrivals/0192f000-0000-7000-8000-000000000803";
    private static final String SHIFT = "/app/shifts/0192f000-0000-7000-8000-000000000502";

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "login.double")
    String login;

    static Stream<Arguments> headers() {
        return Stream.of(header("Accept-Language", length -> "en" + "-a".repeat(length / 2)),
                header("Accept-Language", length -> "en-a-b-c-d-e-f-g,".repeat(length / 17) + "en"),
                header("Accept", length -> "text/html," + "a/b;c=d,".repeat(length / 8) + "*/*"),
                header("Cookie", length -> IntStream.range(0, length / 8).mapToObj(i -> "a" + i + "=b")
                        .collect(Collectors.joining("; "))),
                header("Cookie", length -> IntStream.range(0, length / 25)
                        .mapToObj(i -> "q_session_app_chunk_" + i + "=b").collect(Collectors.joining("; "))),
                header("Cookie", length -> "q_session_app=" + "a.".repeat(length / 2)),
                header("Authorization", length -> "Bearer " + "e30.".repeat(length / 4)),
                header("Origin", "http://"::repeat), header("traceparent", "00-"::repeat),
                header("tracestate", length -> "a=b,".repeat(length / 4) + "a=b"),
                header("X-Forwarded-For", length -> "1.2.3.4,".repeat(length / 8) + "1.2.3.4"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_header_costs_no_more_than_its_length(String name, IntFunction<String> ofLength) {
        for (String path : List.of("/api/v1/nothing", "/app/shifts")) {
            Cost.mustGrowLikeLength(name + " on " + path, LENGTH, length -> ask("GET " + path,
                    name + ": " + ofLength.apply(length).substring(0, Math.min(length, ofLength.apply(length).length()))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/", "a", "a.", "%20", "-"})
    void an_address_costs_no_more_than_its_length(String part) {
        Cost.mustGrowLikeLength(part, LENGTH,
                length -> ask("GET /" + part.repeat(length / 4 / part.length()) + "?lang=" + "it".repeat(50), "A: b"));
    }

    @Test
    void only_the_form_we_write_is_plain() {
        assertThat(List.of("/", "/a", "/a/b.c", "/~a/_b/-c/1", "/a..b")).allMatch(Address::isPlain);
        assertThat(Arrays.asList(null, "", "a", "//", "/a/", "/a//b", "/.", "/..", "/a/.b", "/a;b", "/a%20", "/à", "/a\\b",
                "/a b"))
                .noneMatch(Address::isPlain);
        assertThat(Address.isPlain("/a".repeat(100_000))).isTrue();
    }

    @Test
    void one_address_has_no_more_connections_than_its_share() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < OF_ONE_ADDRESS + 50; i++) {
                silent.add(from("127.66.6.1"));
            }
            assertThat(isClosed(silent.get(OF_ONE_ADDRESS + 49))).isTrue();
            assertThat(isClosed(silent.get(0))).isFalse();
            given().get("/api/v1/items").then().statusCode(200);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        try (Socket again = from("127.66.6.1")) {
            assertThat(isClosed(again)).as("what was closed is free again").isFalse();
        }
    }

    private Socket from(String visitor) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), address.getPort(), InetAddress.getByName(visitor), 0);
    }

    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(1_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/x-www-form-urlencoded | a=%zz | 400",
            "application/x-www-form-urlencoded | a=% | 400",
            "application/x-www-form-urlencoded | %=%4 | 400", "application/x-www-form-urlencoded;charset=nothing | a=b | 415",
            "application/x-www-form-urlencoded; charset=UTF-16 | a=b | 415", "multipart/form-data | a=b | 415",
            "multipart/form-data; boundary=x | --x | 415", "text/plain | a=b | 415", "; | a=b | 415",
            "application/json | {} | 415",
            "application/x-www-form-urlencoded; charset=UTF-8 | key=%ff%fe&role=%c3&id=%00&version=1e999999999 | 0"})
    void a_form_that_cannot_be_read_is_no_failure_of_ours(String type, String body, int status) throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/shifts");
        for (String path : List.of(ARRIVAL, SHIFT + "/sign-up", SHIFT + "/undo", SHIFT + "/leave")) {
            String answer = ask("POST " + path,
                    "Cookie: " + browser.cookie() + "\r\nSec-Fetch-Site: same-origin\r\nAccept: text/html\r\n"
                            + "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(answer).as(path).startsWith(status == 0 ? "HTTP/1.1 " : "HTTP/1.1 " + status)
                    .doesNotContain("HTTP/1.1 5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/shifts?left=0192f000-0000-7000-8000-000000000502&at=9223372036854775807",
            "/app/shifts?left=0192f000-0000-7000-8000-000000000502&at=-9223372036854775808", "/app/shifts?at=1e9",
            "/app/shifts?at=",
            "/app/shifts?left=x", "/app/hubs/0192f000-0000-7000-8000-000000000101?day=2999-12-31",
            "/app/hubs/0192f000-0000-7000-8000-000000000101?day=1900-01-01",
            "/app/hubs/0192f000-0000-7000-8000-000000000101?day=",
            "/app/hubs/0192f000-0000-7000-8000-000000000101?day=%2B999999999-12-31", "/app/shifts?lang=%F0%28%8C%28",
            ARRIVAL + "?aside=x", SHIFT + "?closeTo=x", "/?day=9999-99-99&lang=it", "/?lang=" + "it-"})
    void a_parameter_that_cannot_be_read_is_no_failure_of_ours(String path) throws Exception {
        Browser browser = new Browser(address, UUID.randomUUID().toString());
        browser.open("/app/shifts");
        assertThat(ask("GET " + path, "Accept: text/html\r\nCookie: " + browser.cookie())).matches("(?s)HTTP/1.1 [234].*");
    }

    @ParameterizedTest
    @CsvSource({"from=1900-01-01, 400", "to=1900-01-01, 200", "to=2999-12-31, 200", "from=2999-12-31&to=2999-12-31, 200",
            "from=%2B999999999-12-31, 400"})
    void a_period_at_the_end_of_time_is_no_failure_of_ours(String period, int status) {
        String token = given().get(login + "/token-of?roles=coordinator&sub=" + UUID.randomUUID()).asString();
        given().urlEncodingEnabled(false).auth().oauth2(token).get("/api/v1/dashboard?" + period).then().statusCode(status);
    }

    @Test
    void what_is_ones_own_is_kept_by_nobody_and_text_may_come_compressed() {
        String token = given().get(login + "/token-of?roles=coordinator&sub=" + UUID.randomUUID()).asString();
        for (String path : List.of("/api/v1/dashboard", "/api/v1/hubs/0192f000-0000-7000-8000-000000000101/day",
                "/api/v1/dashboard?from=x", "/api/v1/nothing")) {
            given().auth().oauth2(token).get(path).then().header("Cache-Control", equalTo("no-store"));
        }
        given().redirects().follow(false).accept("text/html").get("/app/shifts").then().statusCode(302).header("Cache-Control",
                equalTo("no-store"));
        for (String path : List.of("/api/v1/dashboard", "/api/v1/home", "/api/v1/openapi.json", "/status")) {
            assertThat(given().auth().oauth2(token).get(path).headers().getValues("Vary").toString().toLowerCase()).as(path)
                    .contains("accept-encoding");
        }
        assertThat(given().accept("text/html").get("/").headers().getValues("Vary").toString().toLowerCase())
                .contains("accept-encoding", "accept-language");
    }

    @Test
    void what_everybody_is_shown_is_asked_once_a_second() {
        int before = askedForHealth();
        long begin = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            given().accept("application/json").get("/status").then().statusCode(200);
        }
        long seconds = (System.nanoTime() - begin) / 1_000_000_000 + 1;
        assertThat(askedForHealth() - before).isLessThanOrEqualTo((int) (3 * (seconds + 1)));
    }

    private static int askedForHealth() {
        return given().get("/api/v1/items/health-asked").then().extract().path("asked");
    }

    private static Arguments header(String name, IntFunction<String> ofLength) {
        return Arguments.of(name, ofLength);
    }

    private String ask(String line, String rest) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + rest
                    + (rest.contains("\r\n\r\n") ? "" : "\r\n\r\n")).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
