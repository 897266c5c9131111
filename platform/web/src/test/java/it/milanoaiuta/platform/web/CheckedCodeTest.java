package it.milanoaiuta.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedCodeTest {

    private static final String EXAMPLE = "MA-7K3F-9QX2";

    @ParameterizedTest
    @ValueSource(strings = {EXAMPLE, "ma-7k3f-9qx2", " MA 7K3F 9QX2 ", "ma7k3f9qx2", "7k3f9qx2", "7K3F–9QX2", "MA‑7K3F‑9QX2",
            "MA—7K3F−9QX2", "MA\u00a07K3F\u202f9QX2", "\u202aMA-7K3F-9QX2\u202c", "M\u200bA-7K3F-9Q\u00adX2", "٧K٣F ٩QX٢",
            "MA-7K3F-9QX2\n"})
    void a_code_is_read_as_people_type_it(String typed) {
        assertThat(CheckedCode.read("MA", typed)).map(CheckedCode::toString).contains(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "MA", "MA-7K3F-9QX", "MA-7K3F-9QX22", "MA-0K3F-9QX2", "MA-7K3F-9QXÈ", "ZZ-7K3F-9QX2",
            "MA-7K3F-9QX3", "MAMA-7K3F-9QX2", "MA_7K3F_9QX2"})
    void what_is_no_code_is_not_read(String typed) {
        assertThat(CheckedCode.read("MA", typed)).isEmpty();
        assertThatThrownBy(() -> CheckedCode.read("MA", "code", typed)).isInstanceOfSatisfying(Mistyped.class, mistyped -> {
            assertThat(mistyped.status()).isEqualTo(400);
            assertThat(mistyped.code()).isEqualTo("mistyped");
            assertThat(mistyped.violations()).extracting(Violation::field).containsExactly("code");
        });
    }

    @Test
    void none_is_made_whose_check_is_wrong() {
        assertThat(new CheckedCode("FA", "7K3F9QX2")).hasToString("FA-7K3F-9QX2");
        assertThatThrownBy(() -> new CheckedCode("FA", "7K3F9QX3")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_single_wrong_character_and_every_exchange_of_two_is_noticed() {
        Random random = new Random(7);
        Stream.generate(() -> CheckedCode.draw("MA", random)).limit(2_000).map(CheckedCode::characters).forEach(code -> {
            assertThat(CheckedCode.read("MA", code)).isPresent();
            for (int i = 0; i < code.length(); i++) {
                for (char wrong : CheckedCode.ALPHABET.toCharArray()) {
                    refused(code, code.substring(0, i) + wrong + code.substring(i + 1));
                }
                for (int j = i + 1; j < code.length(); j++) {
                    refused(code, exchanged(code, i, j));
                }
            }
        });
    }

    @Test
    void codes_use_the_whole_alphabet_and_are_drawn_anew() {
        Random random = new Random(1);
        assertThat(Stream.generate(() -> CheckedCode.draw("MA", random)).limit(10_000).distinct().count()).isEqualTo(10_000);
        assertThat(Stream.generate(() -> CheckedCode.draw("MA", random)).limit(500)
                .flatMapToInt(code -> code.characters().chars()).distinct().count()).isEqualTo(CheckedCode.ALPHABET.length());
    }

    private static void refused(String code, String typed) {
        if (!typed.equals(code)) {
            assertThat(CheckedCode.read("MA", typed)).as("%s read from %s", code, typed).isEmpty();
        }
    }

    private static String exchanged(String code, int i, int j) {
        char[] characters = code.toCharArray();
        characters[i] = code.charAt(j);
        characters[j] = code.charAt(i);
        return new String(characters);
    }
}
