package it.milanoaiuta.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What anybody may send costs no more than its length: four times the length, less than eight times the time. */
@QuarkusTest
@QuarkusTestResource(Issuer.class)
class CostTest {

    private static final int TIMES = 9;
    private static final int LONGER = 4;
    private static final double MOST = 8;
    /** Of one header; four times that is what a server takes of all headers together, but for the rest of the request. */
    private static final int LENGTH = 3_500;

    @TestHTTPResource("/")
    URI address;

    static Stream<Arguments> headers() {
        return Stream.of(
                header("Accept-Language", length -> "en" + "-a".repeat(length / 2)),
                header("Accept-Language", length -> "en-a-b-c-d-e-f-g,".repeat(length / 17) + "en"),
                header("Accept-Language", length -> "*;q=0.1,".repeat(length / 8) + "en"),
                header("Accept", length -> "a/b;c=d,".repeat(length / 8) + "*/*"),
                header("Accept", length -> "application/json" + ";a=b".repeat(length / 4)),
                header("Accept-Encoding", length -> "a;q=0.1,".repeat(length / 8) + "b"),
                header("Content-Type", length -> "application/json" + ";a=b".repeat(length / 4)),
                header("Content-Type", length -> "application/json;a=\"" + "\\\\".repeat(length / 2) + "\""),
                header("Cookie", length -> IntStream.range(0, length / 8).mapToObj(i -> "a" + i + "=b")
                        .collect(Collectors.joining("; "))),
                header("If-Match", length -> "\"1\",".repeat(length / 4) + "\"1\""),
                header("Idempotency-Key", "0123abcd-"::repeat),
                header("Authorization", length -> "Bearer " + "e30.".repeat(length / 4)),
                header("Authorization", length -> "Bearer " + "e".repeat(length)),
                header("traceparent", "00-"::repeat),
                header("tracestate", length -> "a=b,".repeat(length / 4) + "a=b"),
                header("baggage", length -> "a=b;c=d,".repeat(length / 8) + "a=b"),
                header("X-Forwarded-For", length -> "1.2.3.4,".repeat(length / 8) + "1.2.3.4"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_header_costs_no_more_than_its_length(String name, IntFunction<String> ofLength) {
        for (String path : List.of("/api/v1/nothing", "/api/v1/shelves/mine", "/api/v1/shelves?size=101")) {
            mustGrowLikeLength(name + " on " + path,
                    length -> ask("GET " + path, name + ": " + cut(ofLength.apply(length), length) + "\r\n", ""));
        }
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                header("name", length -> "\"" + "a".repeat(length) + "\""),
                header("floor", length -> "1" + "0".repeat(length)),
                header("floor", length -> "1e" + "9".repeat(length)),
                header("since", length -> "\"2026-01-01T00:00:00." + "0".repeat(length) + "Z\""),
                header("day", length -> "\"" + "2026-".repeat(length / 5) + "\""),
                header("title", length -> "{" + IntStream.range(0, length / 10).mapToObj(i -> "\"" + i + "\": \"a\"")
                        .collect(Collectors.joining(",")) + "}"),
                header("x", length -> "[".repeat(length)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_field_costs_no_more_than_its_length(String name, IntFunction<String> ofLength) {
        mustGrowLikeLength(name, length -> ask("POST /api/v1/shelves", "Content-Type: application/json\r\n",
                "{\"name\": \"A\", \"lines\": [{\"quantity\": 1, \"unit\": \"KG\"}], \"" + name + "\": "
                        + ofLength.apply(length * 8)
                        + "}"));
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                header("a cursor", "MR8y"::repeat), header("text", "a\ud83d\ude00"::repeat), header("a number", "9"::repeat),
                header("a version", "\"1"::repeat));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_value_costs_no_more_than_its_length(String kind, IntFunction<String> ofLength) {
        mustGrowLikeLength(kind, length -> {
            String value = ofLength.apply(length);
            for (int i = 0; i < 20; i++) {
                read(kind, value);
            }
        });
    }

    private static void read(String kind, String value) {
        try {
            switch (kind) {
                case "a cursor" -> Cursor.decode(value, 3);
                case "text" -> Scalars.text(value);
                case "a number" -> Scalars.decimal(value);
                default -> Version.seen(value);
            }
        } catch (RuntimeException refused) {
            // at what price is the question
        }
    }

    @Test
    void a_language_is_found_whatever_stands_around_it() {
        List<Locale> spoken = List.of(Locale.ENGLISH, Locale.ITALIAN, Locale.forLanguageTag("ar"));
        assertThat(Languages.spokenIn("it-IT,it;q=0.9,en;q=0.5", spoken)).hasValue(Locale.ITALIAN);
        assertThat(Languages.spokenIn("de, AR-eg ; Q=0.3 ,en;q=0.2", spoken)).hasValue(Locale.forLanguageTag("ar"));
        assertThat(Languages.spokenIn("en;q=0,it;q=0.001", spoken)).hasValue(Locale.ITALIAN);
        assertThat(Languages.spokenIn("it;q=nonsense,en;q=0.1", spoken)).hasValue(Locale.ENGLISH);
        assertThat(Languages.spokenIn("x".repeat(101) + ",it", spoken)).isEmpty();
        assertThat(Languages.spokenIn("de,".repeat(10) + "it", spoken)).isEmpty();
        assertThat(Languages.spokenIn("a".repeat(95) + ",italiano", spoken)).as("half a word is none").isEmpty();
        for (String none : new String[]{null, "", " ", ",;,", "*", "-", ";q=1", "ita", "de"}) {
            assertThat(Languages.spokenIn(none, spoken)).isEmpty();
        }
    }

    private static Arguments header(String name, IntFunction<String> ofLength) {
        return Arguments.of(name, ofLength);
    }

    private static String cut(String value, int length) {
        return value.length() <= length ? value : value.substring(0, length);
    }

    /** A question that is answered with no body of length, so that what is measured is what was sent. */
    private void ask(String line, String header, String body) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                    + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8)).matches("(?s)HTTP/1.1 [234].*");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Cost of platform/testing, which stands on the stack of deploy/local: this module is built beside that, not after it. */
    private static void mustGrowLikeLength(String what, java.util.function.IntConsumer work) {
        long[] shorter = new long[TIMES];
        long[] longer = new long[TIMES];
        for (int i = -2; i < TIMES; i++) {
            long begin = System.nanoTime();
            work.accept(LENGTH);
            long middle = System.nanoTime();
            work.accept(LENGTH * LONGER);
            if (i >= 0) {
                shorter[i] = middle - begin;
                longer[i] = System.nanoTime() - middle;
            }
        }
        Arrays.sort(shorter);
        Arrays.sort(longer);
        assertThat(longer[0]).as("%s: %d characters cost %d µs, %d cost %d µs", what, LENGTH, shorter[0] / 1000,
                LENGTH * LONGER, longer[0] / 1000).isLessThan((long) (shorter[0] * MOST));
    }
}
