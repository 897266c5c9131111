package it.milanoaiuta.platform.web;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * The one reader of what people write: names, labels, reasons, codes as they are printed. Composed letters (NFC); controls and
 * whatever nobody can see taken out; every kind of blank is a space, one at a time, none at the ends; nothing to be seen is
 * null. So two texts that look alike are one, and nothing turns round or hides what stands beside it on a page.
 * <p>
 * The joiners U+200C and U+200D are spelling in Arabic, Persian and Indic words and hold composed emoji together: they stay
 * between two such characters and nowhere else. So do variation selectors after what has variants. Time and memory grow as the
 * text does.
 */
public final class Text {

    /** What Unicode calls stream-safe: no language puts more marks on one letter, and ordering them costs their square. */
    private static final int MOST_MARKS = 30;

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private static final int FORMATS_AND_CONTROLS = 1 << Character.CONTROL | 1 << Character.FORMAT | 1 << Character.SURROGATE;
    private static final int BLANKS = 1 << Character.SPACE_SEPARATOR | 1 << Character.LINE_SEPARATOR
            | 1 << Character.PARAGRAPH_SEPARATOR;
    private static final int MARKS = 1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK;
    private static final int CASED = 1 << Character.UPPERCASE_LETTER | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER;
    /** Letters without case and pictures: what joiners stand between. */
    private static final int JOINED = 1 << Character.OTHER_LETTER | 1 << Character.OTHER_SYMBOL
            | 1 << Character.MODIFIER_SYMBOL;

    private final boolean keepsLines;
    private final StringBuilder kept = new StringBuilder();
    /** The last character kept that is no mark; a blank at the beginning. */
    private int base = ' ';
    private int last = ' ';
    private int marks;

    private Text(boolean keepsLines) {
        this.keepsLines = keepsLines;
    }

    /**
     * A text of one line; line breaks are blanks.
     *
     * @return null when there is nothing to be seen in it
     * @throws IllegalArgumentException for NUL, half a character ({@link Scalars#text}) or more marks on a letter than any language has
     */
    public static String line(String written) {
        return new Text(false).read(written);
    }

    /** The same, but line breaks stay: for a field that is declared as {@link MultiLine}. */
    public static String lines(String written) {
        return new Text(true).read(written);
    }

    private String read(String written) {
        String visible = cleaned(Scalars.text(written));
        // what was taken out may have stood between a letter and its mark, and composing brings new neighbours together
        String composed = Normalizer.isNormalized(visible, Form.NFC)
                ? visible
                : new Text(keepsLines).cleaned(Normalizer.normalize(visible, Form.NFC));
        return composed.isEmpty() ? null : composed;
    }

    private String cleaned(String written) {
        for (int i = 0; i < written.length();) {
            int c = written.codePointAt(i);
            i += Character.charCount(c);
            take(c, i < written.length() ? written.codePointAt(i) : ' ');
        }
        while (!kept.isEmpty() && isBlank(kept.charAt(kept.length() - 1))) {
            kept.setLength(kept.length() - 1);
        }
        return kept.toString();
    }

    private void take(int c, int next) {
        if (isLineBreak(c)) {
            lineBreak(c, next);
        } else if (is(c, BLANKS) || c == '\t' || c == 0x2800) {
            blank();
        } else if (isVisible(c, next)) {
            keep(c);
        }
    }

    private void blank() {
        if (!isBlank(last)) {
            keep(' ');
        }
    }

    private void lineBreak(int c, int next) {
        if (!keepsLines) {
            blank();
        } else if (!(c == '\r' && next == '\n') && !kept.isEmpty()) {
            if (last == ' ') {
                kept.setLength(kept.length() - 1);
            }
            keep('\n');
        }
    }

    private void keep(int c) {
        marks = is(c, MARKS) ? marks + 1 : 0;
        if (marks > MOST_MARKS) {
            throw new IllegalArgumentException("more marks on a letter than any language has");
        }
        if (marks == 0) {
            base = c;
        }
        last = c;
        kept.appendCodePoint(c);
    }

    private boolean isVisible(int c, int next) {
        if (c == NON_JOINER || c == JOINER) {
            return is(base, JOINED) && is(next, JOINED);
        }
        if (isVariationSelector(c)) {
            return !isBlank(base) && !is(base, CASED) && !isVariationSelector(last);
        }
        return !is(c, FORMATS_AND_CONTROLS) && !isFiller(c) || isWrittenFormat(c);
    }

    private static boolean is(int c, int types) {
        return (1 << Character.getType(c) & types) != 0;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n';
    }

    private static boolean isLineBreak(int c) {
        return c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF || c >= 0x180B && c <= 0x180D;
    }

    /** Letters, marks and places of no character that show nothing: Hangul fillers, inherent vowels of Khmer, the grapheme joiner. */
    private static boolean isFiller(int c) {
        return c == 0x34F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x2065 || c == 0x3164
                || c == 0xFFA0 || c >= 0xFFF0 && c <= 0xFFF8 || c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE
                || c >= 0xE0000 && c <= 0xE0FFF;
    }

    /** Signs of numbers and verses that Unicode files under formats, although they are seen. */
    private static boolean isWrittenFormat(int c) {
        return c >= 0x600 && c <= 0x605 || c == 0x6DD || c == 0x70F || c == 0x8E2 || c == 0x110BD || c == 0x110CD;
    }
}
