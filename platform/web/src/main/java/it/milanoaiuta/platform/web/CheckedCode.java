package it.milanoaiuta.platform.web;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A code that people say, type and write on paper, for example <code>MA-7K3F-9QX2</code>: a prefix for its kind, seven random
 * characters and a check character, of 30 that are not mistaken for one another (no 0 O, 1 I L, U). There is none with a
 * wrong check: what takes this type cannot forget to look.
 * <p>
 * A code is right when the sum of its characters' places in the alphabet, weighted by 6 to 13 from left to right, divides by
 * 31. Because 31 is prime, because weights and their differences are never divisible by it and two places differ by less than it,
 * a code with one wrong character, or with any two exchanged, never divides: both are always noticed. Where the check
 * character would have to be a 31st one, the draw is repeated. The prefix is not part of the sum.
 *
 * @param prefix two capital letters
 * @param characters eight of the alphabet
 */
public record CheckedCode(String prefix, String characters) {

    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final int MODULUS = 31;
    private static final int FIRST_WEIGHT = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when it does not check */
    public CheckedCode {
        if (!checks(characters)) {
            throw new IllegalArgumentException("no code");
        }
    }

    /** A new code; whether it is free is for the database to say. */
    public static CheckedCode draw(String prefix) {
        return draw(prefix, RANDOM);
    }

    static CheckedCode draw(String prefix, RandomGenerator random) {
        while (true) {
            StringBuilder drawn = new StringBuilder(LENGTH);
            while (drawn.length() < LENGTH - 1) {
                drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            for (int check = 0; check < ALPHABET.length(); check++) {
                String characters = drawn.toString() + ALPHABET.charAt(check);
                if (checks(characters)) {
                    return new CheckedCode(prefix, characters);
                }
            }
        }
    }

    /**
     * A code as people type it: in any case, with or without its prefix, blanks and dashes of any kind.
     *
     * @return empty when it was mistyped
     */
    public static Optional<CheckedCode> read(String prefix, String typed) {
        return Optional.of(bare(prefix, typed)).filter(CheckedCode::checks)
                .map(characters -> new CheckedCode(prefix, characters));
    }

    /**
     * The same.
     *
     * @param field of the body, or parameter, in which it was typed
     * @throws Mistyped when it was mistyped
     */
    public static CheckedCode read(String prefix, String field, String typed) {
        return read(prefix, typed).orElseThrow(() -> new Mistyped(field));
    }

    /** What of a typed code is neither prefix nor blank nor dash, in capitals; its check is not looked at. */
    public static String bare(String prefix, String typed) {
        String bare = SpokenCode.compact(typed);
        return bare.length() == LENGTH + prefix.length() && bare.startsWith(prefix) ? bare.substring(prefix.length()) : bare;
    }

    private static boolean checks(String characters) {
        if (characters.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int place = ALPHABET.indexOf(characters.charAt(i));
            if (place < 0) {
                return false;
            }
            sum += (FIRST_WEIGHT + i) * place;
        }
        return sum % MODULUS == 0;
    }

    /** As it is kept and shown. */
    @Override
    public String toString() {
        return prefix + "-" + characters.substring(0, 4) + "-" + characters.substring(4);
    }
}
