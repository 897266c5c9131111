package it.milanoaiuta.foodhub.household;

import java.util.random.RandomGenerator;

/**
 * The code a household is known by, on paper and by telephone: <code>FA-7K3F-9QX2</code>, seven random of thirty letters and
 * digits that are not taken for one another, and a check character that finds any single mistake
 * (Luhn modulo 30).
 */
public final class CaseCode {

    static final String LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ";

    private static final int RANDOM_LETTERS = 7;

    private CaseCode() {}

    public static String next(RandomGenerator random) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            body.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return "FA-" + body.substring(0, 4) + "-" + body.substring(4) + check(body);
    }

    static char check(CharSequence body) {
        int n = LETTERS.length();
        int sum = 0;
        int factor = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int addend = factor * LETTERS.indexOf(body.charAt(i));
            sum += addend / n + addend % n;
            factor = 3 - factor;
        }
        return LETTERS.charAt((n - sum % n) % n);
    }
}
