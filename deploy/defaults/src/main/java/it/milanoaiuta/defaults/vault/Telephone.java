package it.milanoaiuta.defaults.vault;

import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers in the one form in which they are kept and looked up. */
public final class Telephone {

    private static final Pattern WRITTEN = Pattern.compile("[+]?[0-9 ()/.-]{1,40}");
    private static final Pattern SEPARATORS = Pattern.compile("[ ()/.-]");
    /** Italian numbers keep their leading zero; the longest have eleven digits. */
    private static final Pattern NATIONAL = Pattern.compile("[0-9]{6,11}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private Telephone() {}

    /**
     * E.164 (<code>+390288451234</code>) of a number as people write it, with spaces, points, dashes, strokes or brackets. One
     * without <code>+</code> or <code>00</code> is Italian; an Italian one with its country code and neither is too long to be
     * one and is refused, not guessed.
     *
     * @return empty when it cannot be a number
     */
    public static Optional<String> e164(String written) {
        if (!WRITTEN.matcher(written.strip()).matches()) {
            return Optional.empty();
        }
        String dialled = SEPARATORS.matcher(written.strip()).replaceAll("");
        String number = dialled.startsWith("00") ? "+" + dialled.substring(2) : dialled;
        if (NATIONAL.matcher(number).matches()) {
            number = "+39" + number;
        }
        return Optional.of(number).filter(E164.asMatchPredicate());
    }
}
