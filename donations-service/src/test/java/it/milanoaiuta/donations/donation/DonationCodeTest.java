package it.milanoaiuta.donations.donation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class DonationCodeTest {

    private static final String EXAMPLE = "MA-7K3F-9QX2";

    @Test
    void a_code_is_read_as_people_type_it() {
        for (String typed : new String[]{EXAMPLE, "ma-7k3f-9qx2", " MA 7K3F 9QX2 ", "ma7k3f9qx2", "7k3f9qx2", "7K3F–9QX2"}) {
            assertEquals(Optional.of(EXAMPLE), DonationCode.read(typed), typed);
        }
    }

    @Test
    void what_is_no_code_is_not_read() {
        for (String typed : new String[]{"", "MA", "MA-7K3F-9QX", "MA-7K3F-9QX22", "MA-0K3F-9QX2", "MA-7K3F-9QXÈ",
                "ZZ-7K3F-9QX2",
                "MA-7K3F-9QX3"}) {
            assertTrue(DonationCode.read(typed).isEmpty(), typed);
        }
    }

    @Test
    void every_single_wrong_character_and_every_exchange_of_two_is_noticed() {
        Random random = new Random(7);
        Stream.generate(() -> DonationCode.draw(random)).limit(2_000).map(code -> code.substring(3).replace("-", ""))
                .forEach(code -> {
                    assertTrue(DonationCode.read(code).isPresent(), code);
                    for (int i = 0; i < code.length(); i++) {
                        for (char wrong : DonationCode.ALPHABET.toCharArray()) {
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
        assertEquals(10_000, Stream.generate(() -> DonationCode.draw(random)).limit(10_000).distinct().count());
        assertEquals(DonationCode.ALPHABET.length(), Stream.generate(() -> DonationCode.draw(random)).limit(500)
                .flatMapToInt(code -> code.substring(3).replace("-", "").chars()).distinct().count());
    }

    private static void refused(String code, String typed) {
        if (!typed.equals(code)) {
            assertTrue(DonationCode.read(typed).isEmpty(), () -> code + " read from " + typed);
        }
    }

    private static String exchanged(String code, int i, int j) {
        char[] characters = code.toCharArray();
        characters[i] = code.charAt(j);
        characters[j] = code.charAt(i);
        return new String(characters);
    }
}
