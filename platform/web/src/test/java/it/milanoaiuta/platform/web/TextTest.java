package it.milanoaiuta.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.text.Normalizer;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    /** Not the time on the wall: on a busy machine that tells of the others. */
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\n", "\r\n", "\u00a0", "\u3000", "\u200b", "\u200c\u200d", "\u202e", "\u2028",
            "\u2060",
            "\ufeff", "\u00ad", "\u0085", "\u3164", "\u2800", "\u034f", "\ufe0f", "\u061c", " \u200b\n\u202e ", "\u007f",
            "\ufff9",
            "\udb40\udc41"})
    void what_nobody_can_see_is_no_text(String written) {
        assertThat(Text.line(written)).isNull();
        assertThat(Text.lines(written)).isNull();
    }

    static Stream<Arguments> cleaned() {
        return Stream.of(Arguments.of(" Anna\u00a0 Rossi\u200b\n", "Anna Rossi"), Arguments.of("Anna\r\nRossi", "Anna Rossi"),
                Arguments.of("caffe\u0301", "caff\u00e9"), Arguments.of("e\u200b\u0301", "\u00e9"),
                Arguments.of("safe\u202egpj.exe", "safegpj.exe"), Arguments.of("L\u200d\u200c12", "L12"),
                Arguments.of("pane\u00adttone", "panettone"), Arguments.of("a\ufe0f", "a"),
                Arguments.of("D'Angi\u00f2", "D'Angi\u00f2"),
                Arguments.of("a\u0008b", "ab"), Arguments.of("\ufeffx", "x"));
    }

    @ParameterizedTest
    @MethodSource
    void cleaned(String written, String read) {
        assertThat(Text.line(written)).isEqualTo(read);
    }

    /** Persian "I go", Hindi "kshatriya" written apart, a family, a rainbow flag, a keycap, a verse of an Arabic text. */
    @ParameterizedTest
    @ValueSource(strings = {"می\u200cروم", "क\u094d\u200dष", "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\ud83c\udff3\ufe0f\u200d\ud83c\udf08", "1\ufe0f\u20e3", "\u06dd٣", "\ud83d\udc69\ud83c\udffd\u200d\ud83e\uddb0"})
    void what_belongs_to_a_word_or_a_picture_stays(String written) {
        assertThat(Text.line(written)).isEqualTo(written);
    }

    @Test
    void lines_stay_where_a_field_has_lines() {
        assertThat(Text.lines("\n one \r\n\r\n\ttwo\u2028three\rfour \n ")).isEqualTo("one\n\ntwo\nthree\nfour");
        assertThat(Text.line(" one \r\n\r\n\ttwo")).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud800", "\udc00x", "z"
            + "\u0316\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
            + "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0316"})
    void what_is_no_text_is_refused(String written) {
        assertThatThrownBy(() -> Text.line(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_read_once_reads_as_itself() {
        Random random = new Random(3);
        int[] odd = {' ', '\n', '\r', 'a', 'e', 0x301, 0x316, 0xFE0F, 0x200C, 0x200D, 0x202E, 0x5D0, 0x645, 0x64E, 0x915, 0x94D,
                0x2764, 0x1F469, 0x1F3FD, 0xA0, 0x1100, 0x1161, 0x34F, 0x2126, 0xFB2A, 0x344, '1', 0x20E3, 0xE0101};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder written = new StringBuilder();
            IntStream.range(0, random.nextInt(9)).map(any -> odd[random.nextInt(odd.length)]).forEach(written::appendCodePoint);
            Stream.<Supplier<String>>of(() -> Text.line(written.toString()), () -> Text.lines(written.toString()))
                    .map(Supplier::get).filter(read -> read != null).forEach(read -> {
                        assertThat(Text.lines(read)).as("%s", written.codePoints().mapToObj(Integer::toHexString).toList())
                                .isEqualTo(read);
                        assertThat(Normalizer.isNormalized(read, Normalizer.Form.NFC)).isTrue();
                    });
        }
    }

    /** Alternating marks are what ordering costs most for. */
    @Test
    void the_cost_grows_as_the_length_does() {
        for (String piece : new String[]{"a\u0301\u0316", "\u200d\u200c", " \u200b", "e\u0316\u0301\u0316\u0301\u0316\u0301",
                "\r"}) {
            double once = cost(piece.repeat(4_000));
            double eightTimes = cost(piece.repeat(32_000));
            assertThat(eightTimes / once).as(piece.codePoints().mapToObj(Integer::toHexString).toList().toString())
                    .isLessThan(32);
        }
    }

    private static double cost(String written) {
        return IntStream.range(0, 15).mapToLong(any -> {
            long begin = THREAD.getCurrentThreadCpuTime();
            Text.lines(written);
            return THREAD.getCurrentThreadCpuTime() - begin;
        }).sorted().skip(3).findFirst().orElseThrow();
    }
}
