package it.milanoaiuta.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

import com.microsoft.playwright.Page;

import it.milanoaiuta.platform.testing.Visit;

/**
 * What no stranger may do to the running platform, tried from outside, from networks that are no other journey's. Silent sockets
 * are there from the first attack to the last.
 */
@Isolated("what it does to the gateway is for nobody beside it")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttackJourneyTest {

    private static final String SILENT_ONE = "127.77.6.1";
    private static final String FLOODER = "127.77.7.1";
    private static final String BESIDE_HER = "127.77.7.2";
    private static final String LONG_WINDED = "127.77.8.1";
    private static final int SILENT = 400;
    private static final String BODY = "x".repeat(960_000);
    private static final List<Line> SILENT_SOCKETS = new ArrayList<>();

    private final Steps steps = new Steps();

    /** Half of them strangers, half in the name of one person: 384 MB for a gateway of 256. */
    @BeforeAll
    static void four_hundred_sockets_fall_silent() throws Exception {
        String omar = new Steps().omar.token();
        for (int i = 0; i < SILENT; i++) {
            Line line = new Line(SILENT_ONE);
            String framing = i % 4 < 2
                    ? "Content-Length: 1000000\r\n\r\n" + BODY
                    : "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n";
            line.send("POST /api/v1/donations HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n"
                    + (i % 2 == 0 ? "" : "Authorization: Bearer " + omar + "\r\n") + framing);
            SILENT_SOCKETS.add(line);
        }
    }

    @AfterAll
    static void they_are_gone() {
        SILENT_SOCKETS.forEach(Line::close);
    }

    @Test
    @Order(1)
    @Timeout(120)
    void silent_sockets_leave_room_for_everybody_else() {
        steps.visitor.get("/needs").expect(200);
        steps.publishedNeed(steps.city.organisationOf(steps.anna), Catalogue.PASTA, "1");
    }

    /** The last: nobody waits for them but the gateway. */
    @Test
    @Order(Integer.MAX_VALUE)
    @Timeout(180)
    void silent_sockets_are_closed_and_nothing_is_done() {
        for (Line line : SILENT_SOCKETS) {
            assertThat(line.rest()).as("it is closed").doesNotContain("HTTP/1.1 2");
        }
    }

    @Test
    @Timeout(120)
    void headers_of_sixteen_kilobytes_keep_nobody_from_being_answered() throws Exception {
        List<Line> attack = new ArrayList<>();
        for (String header : List.of("Accept-Language: en" + "-a".repeat(7_000),
                "Accept-Language: " + "en-a-b-c,".repeat(1_600),
                "Cookie: " + "a=b; ".repeat(2_900), "Accept: " + "a/b;q=0.1,".repeat(1_450),
                "If-Match: " + "\"1\",".repeat(3_600))) {
            for (String path : List.of("/api/v1/nothing", "/api/v1/shifts", "/", "/app/shifts")) {
                Line line = new Line(LONG_WINDED);
                line.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n");
                attack.add(line);
            }
        }
        steps.giulia.get("/me/sign-ups").expect(200);
        for (Line line : attack) {
            assertThat(line.rest()).matches("(?s)HTTP/1.1 [234].*");
        }
    }

    @Test
    @Timeout(180)
    void a_flooder_beside_a_signed_in_person_is_refused_and_she_never_is() throws Exception {
        String cookies = cookiesOfGiulia();
        ExecutorService flooders = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> api = flooders.submit(() -> flood("/api/v1/nothing"));
            Future<Integer> pages = flooders.submit(() -> flood("/nowhere"));
            int asked = 0;
            while (!api.isDone() || !pages.isDone() || asked < 20) {
                try (Line hers = new Line(BESIDE_HER)) {
                    assertThat(hers.status("/app/shifts", "Cookie: " + cookies)).isEqualTo(200);
                    assertThat(hers.status("/api/v1/me/sign-ups", "Authorization: Bearer " + steps.giulia.token()))
                            .isEqualTo(200);
                }
                asked++;
                Soon.pause(Duration.ofMillis(200));
            }
            assertThat(api.get()).isEqualTo(429);
            assertThat(pages.get()).isEqualTo(429);
        } finally {
            flooders.shutdownNow();
            assertThat(flooders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private int flood(String path) throws IOException {
        int status = 0;
        try (Line flooder = new Line(FLOODER)) {
            for (int i = 0; i < 20_000 && status != 429; i++) {
                status = flooder.status(path, "Cookie: q_session_app=" + i);
            }
        }
        return status;
    }

    private static URI gateway() {
        return URI.create(City.running().gateway());
    }

    private static String cookiesOfGiulia() {
        try (Visit.Chromium chromium = new Visit.Chromium(); Visit visit = chromium.visit(gateway(), "it", 320, false)) {
            Page page = visit.open("/app/shifts");
            page.locator("#username").fill("giulia");
            page.locator("#password").fill("demo");
            page.locator("#kc-login").click();
            page.waitForURL("**/app/shifts**");
            return page.context().cookies().stream().filter(cookie -> cookie.name.startsWith("q_session"))
                    .map(cookie -> cookie.name + "=" + cookie.value).collect(Collectors.joining("; "));
        }
    }

    /** A connection from an address of our choice. */
    private static final class Line implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader answers;

        Line(String from) throws IOException {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), gateway().getPort(), InetAddress.getByName(from), 0);
            socket.setSoTimeout(60_000);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        void send(String request) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException closedByTheGateway) {
                // that is one way to refuse
            }
        }

        /** What came until the gateway closed. */
        String rest() {
            try {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException reset) {
                return "";
            } finally {
                close();
            }
        }

        /** Of an answer without a body. */
        int status(String path, String header) throws IOException {
            send("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n" + header + "\r\n\r\n");
            int status = Integer.parseInt(answers.readLine().split(" ")[1]);
            while (!answers.readLine().isEmpty()) {
                // the head goes on
            }
            return status;
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException gone) {
                // so it should be
            }
        }
    }
}
