package it.milanoaiuta.foodhub.people.household;

import java.util.Optional;

import it.milanoaiuta.platform.web.CheckedCode;
import it.milanoaiuta.platform.web.Mistyped;

/**
 * The code a household is known by, on paper and by telephone: a {@link CheckedCode} <code>FA-7K3F-9QX2</code>. Those given out
 * before were of other letters (U instead of S) and another check (Luhn modulo 30, which misses some exchanges); they are read
 * too, but whether one of them was mistyped is sure only when there is no such case.
 *
 * @param former whether only the former check holds
 */
record CaseCode(String written, boolean former) {

    static final String FORMER_LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ";

    private static final String PREFIX = "FA";
    private static final int LENGTH = 8;

    /** A new code; whether it is free is for the database to say. */
    static CaseCode draw() {
        return new CaseCode(CheckedCode.draw(PREFIX).toString(), false);
    }

    /**
     * A code as people type it.
     *
     * @throws Mistyped naming <code>code</code> when neither check holds
     */
    static CaseCode read(String typed) {
        return CheckedCode.read(PREFIX, typed).map(code -> new CaseCode(code.toString(), false)).or(() -> formerly(typed))
                .orElseThrow(() -> new Mistyped("code"));
    }

    private static Optional<CaseCode> formerly(String typed) {
        String bare = CheckedCode.bare(PREFIX, typed);
        boolean letters = bare.length() == LENGTH && bare.chars().allMatch(letter -> FORMER_LETTERS.indexOf(letter) >= 0);
        return letters && formerCheck(bare.substring(0, LENGTH - 1)) == bare.charAt(LENGTH - 1)
                ? Optional.of(new CaseCode(PREFIX + "-" + bare.substring(0, 4) + "-" + bare.substring(4), true))
                : Optional.empty();
    }

    static char formerCheck(CharSequence body) {
        int n = FORMER_LETTERS.length();
        int sum = 0;
        int factor = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int addend = factor * FORMER_LETTERS.indexOf(body.charAt(i));
            sum += addend / n + addend % n;
            factor = 3 - factor;
        }
        return FORMER_LETTERS.charAt((n - sum % n) % n);
    }

    @Override
    public String toString() {
        return written;
    }
}
