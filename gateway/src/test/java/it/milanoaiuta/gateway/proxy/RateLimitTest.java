package it.milanoaiuta.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.net.SocketAddress;
import it.milanoaiuta.gateway.Browser;
import it.milanoaiuta.gateway.LoginDouble;
import it.milanoaiuta.gateway.ServicesDouble;
import it.milanoaiuta.platform.web.Problem;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class RateLimitTest {

    private static final int BURST = 100;

    @TestHTTPResource("/")
    URI address;

    @ConfigProperty(name = "login.double")
    String login;

    @Test
    void a_person_is_counted_by_herself_whatever_token_she_shows() {
        UUID greedy = UUID.randomUUID();
        String first = token(greedy);
        String second = token(greedy);
        IntStream.range(0, BURST).forEach(i -> given().auth().oauth2(i % 2 == 0 ? first : second).get("/api/v1/items").then()
                .statusCode(200));
        given().auth().oauth2(second).get("/api/v1/items").then().statusCode(429).contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", matchesPattern("[1-9]\\d*")).body("type", equalTo("/problems/too-many"));
        given().auth().oauth2(token(UUID.randomUUID())).get("/api/v1/items").then().statusCode(200);
        given().get("/api/v1/items").then().statusCode(200);
    }

    @Test
    void a_forged_token_takes_nothing_from_the_person_it_names() {
        UUID victim = UUID.randomUUID();
        String real = token(victim);
        String forged = real.substring(0, real.lastIndexOf('.') + 1) + "A".repeat(342);
        IntStream.range(0, BURST + 10).forEach(i -> given().auth().oauth2(forged).get("/api/v1/items").then().statusCode(200));
        given().auth().oauth2(real).get("/api/v1/items").then().statusCode(200);
    }

    @Test
    void a_person_is_counted_by_her_session_and_a_made_up_one_is_nobodys() throws Exception {
        Browser greedy = new Browser(address, UUID.randomUUID().toString());
        greedy.open("/app/shifts");
        Browser other = new Browser(address, UUID.randomUUID().toString());
        other.open("/app/shifts");
        HttpRequest.Builder page = greedy.request(address.resolve("/app/shifts"));
        int status = 200;
        for (int i = 0; i < BURST + 20 && status == 200; i++) {
            status = greedy.once(page).statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(other.once(page).statusCode()).isEqualTo(200);
        given().redirects().follow(false).accept("text/html").header("Cookie", "q_session_app=made-up").get("/app/shifts")
                .then()
                .statusCode(302);
    }

    @Test
    void a_flooder_of_her_network_takes_nothing_from_who_is_signed_in() throws Exception {
        Browser manager = new Browser(address, UUID.randomUUID().toString());
        manager.open("/app/shifts");
        try (Visitor flooder = new Visitor("127.77.7.1"); Visitor beside = new Visitor("127.77.7.2")) {
            assertThat(flooder.flood("/nowhere", () -> "Accept: */*")).isEqualTo(429);
            assertThat(beside.ask("/api/v1/items", "Accept: */*")).as("pages have an allowance of their own").isEqualTo(200);
            for (String path : List.of("/api/v1/nothing", "/app/shifts")) {
                assertThat(flooder.flood(path, () -> "Cookie: q_session_app=" + UUID.randomUUID())).isEqualTo(429);
            }
            assertThat(flooder.flood("/api/v1/items", () -> "Authorization: Bearer " + UUID.randomUUID())).isEqualTo(429);
            assertThat(beside.ask("/app/shifts", "Cookie: " + manager.cookie())).isEqualTo(200);
            assertThat(beside.ask("/api/v1/items", "Authorization: Bearer " + token(UUID.randomUUID()))).isEqualTo(200);
            assertThat(beside.ask(styleSheet(), "Accept: */*")).isEqualTo(200);
        }
        try (Visitor elsewhere = new Visitor("127.77.8.1")) {
            assertThat(elsewhere.ask("/nowhere", "Accept: */*")).isEqualTo(404);
        }
    }

    private String styleSheet() {
        Matcher asset = Pattern.compile("/assets/[0-9a-f]{12}/style.css")
                .matcher(given().accept("text/html").get("/").asString());
        assertThat(asset.find()).isTrue();
        return asset.group();
    }

    @Test
    void a_link_that_shows_something_is_counted_by_itself_and_a_guess_by_its_network() {
        String code = "/api/v1/donations/MA-7K3F-" + UUID.randomUUID().toString().substring(0, 4);
        given().get(code).then().statusCode(200);
        for (int i = 0; i < BURST; i++) {
            given().get(code).then().statusCode(200);
        }
        given().get(code).then().statusCode(429);
        given().get("/api/v1/donations/MA-9QX2-0000").then().statusCode(200);
    }

    /** Comes from an address of its own of this machine's many. */
    private final class Visitor implements AutoCloseable {

        private static final int MOST = 20_000;

        private final Socket socket;
        private final BufferedReader answers;

        Visitor(String from) throws IOException {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), address.getPort(), InetAddress.getByName(from), 0);
            socket.setSoTimeout(30_000);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        /** The last status, of an answer without a body. */
        int ask(String path, String header) throws IOException {
            socket.getOutputStream().write(("HEAD " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            int status = Integer.parseInt(answers.readLine().split(" ")[1]);
            while (!answers.readLine().isEmpty()) {
                // the head goes on
            }
            return status;
        }

        /** Asks until it is refused. */
        int flood(String path, Supplier<String> header) throws IOException {
            int status = 0;
            for (int i = 0; i < MOST && status != 429; i++) {
                status = ask(path, header.get());
            }
            return status;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.254, true", "192.0.2.1, 192.0.3.1, false",
            "2001:db8:0:aa00::1, 2001:db8:0:aaff:ffff::9, true", "2001:db8:0:aa00::1, 2001:db8:0:ab00::1, false"})
    void visitors_are_counted_by_their_network(String one, String other, boolean same) {
        assertThat(RateLimit.network(SocketAddress.inetSocketAddress(1, one))
                .equals(RateLimit.network(SocketAddress.inetSocketAddress(2, other)))).isEqualTo(same);
    }

    private String token(UUID sub) {
        return given().get(login + "/token-of?sub=" + sub).asString();
    }
}
