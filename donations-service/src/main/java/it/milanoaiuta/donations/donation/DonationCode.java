package it.milanoaiuta.donations.donation;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code a donation is tracked by, for example <code>MA-7K3F-9QX2</code>: seven random characters and a check character, of
 * 30 that are not mistaken for one another (no 0 O, 1 I L, U).
 * <p>
 * A code is right when the sum of its characters' places in the alphabet, weighted by 6 to 13 from left to right, divides by
 * 31. Because 31 is prime, because weights and their differences are never divisible by it and two places differ by less than it,
 * a code with one wrong character, or with any two exchanged, never divides: both are always noticed. Where the check
 * character would have to be a 31st one, the draw is repeated.
 */
public final class DonationCode {

    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final int MODULUS = 31;
    private static final int FIRST_WEIGHT = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DonationCode() {}

    /** A new code; whether it is free is for the database to say. */
    static String draw() {
        return draw(RANDOM);
    }

    static String draw(RandomGenerator random) {
        while (true) {
            StringBuilder drawn = new StringBuilder(LENGTH);
            while (drawn.length() < LENGTH - 1) {
                drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            for (int check = 0; check < ALPHABET.length(); check++) {
                String code = drawn.toString() + ALPHABET.charAt(check);
                if (isRight(code)) {
                    return written(code);
                }
            }
        }
    }

    /**
     * A code as people type it: in any case, with or without prefix, dashes and spaces.
     *
     * @return the code as it is kept, or empty when it was mistyped
     */
    static Optional<String> read(String typed) {
        String bare = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        if (bare.length() == LENGTH + 2 && bare.startsWith("MA")) {
            bare = bare.substring(2);
        }
        return bare.length() == LENGTH && isRight(bare) ? Optional.of(written(bare)) : Optional.empty();
    }

    private static boolean isRight(String code) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int place = ALPHABET.indexOf(code.charAt(i));
            if (place < 0) {
                return false;
            }
            sum += (FIRST_WEIGHT + i) * place;
        }
        return sum % MODULUS == 0;
    }

    private static String written(String code) {
        return "MA-" + code.substring(0, 4) + "-" + code.substring(4);
    }
}
