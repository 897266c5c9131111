package it.milanoaiuta.platform.data.vault;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import it.milanoaiuta.platform.web.Text;

/** Telephone numbers in the one form in which they are kept and looked up. */
public final class Telephone {

    /** As people write one, with its separators; longer is no number, and is not looked at. */
    public static final int LONGEST = 40;

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String WITHOUT_COUNTRY = "IT";

    private Telephone() {}

    /**
     * E.164 (<code>+390288451234</code>) of a number as people write it or paste it: any digits, blanks, dashes, points, strokes
     * and brackets, what nobody sees among them. One without <code>+</code> or <code>00</code> is Italian.
     *
     * @return empty when nobody can have that number, or when it has an extension or letters
     */
    public static Optional<String> e164(String written) {
        return read(written).filter(NUMBERS::isValidNumber).map(Telephone::e164);
    }

    /**
     * The forms in which this number may be kept, to look it up: E.164 first. Formerly the zero of <code>+44 (0)20</code> stayed in
     * it, and a number needed no more than the length of one.
     *
     * @return empty when it never could be kept
     */
    public static List<String> asKept(String written) {
        return read(written).filter(NUMBERS::isPossibleNumber).map(number -> {
            String trunk = NUMBERS.getNddPrefixForRegion(NUMBERS.getRegionCodeForCountryCode(number.getCountryCode()), true);
            String formerly = "+" + number.getCountryCode() + Objects.requireNonNullElse(trunk, "")
                    + NUMBERS.getNationalSignificantNumber(number);
            return Stream.of(e164(number), formerly).distinct().toList();
        }).orElse(List.of());
    }

    private static Optional<PhoneNumber> read(String written) {
        String visible = written.length() > 2 * LONGEST ? null : Text.line(written);
        if (visible == null || visible.length() > LONGEST || !visible.codePoints().allMatch(Telephone::isOfANumber)) {
            return Optional.empty();
        }
        try {
            return Optional.of(NUMBERS.parse(visible, WITHOUT_COUNTRY));
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }

    private static String e164(PhoneNumber number) {
        return NUMBERS.format(number, PhoneNumberFormat.E164);
    }

    /** The library also reads letters of a dial, extensions and addresses (<code>tel:</code>): none of them is a number to keep. */
    private static boolean isOfANumber(int c) {
        return Character.isDigit(c) || Character.getType(c) == Character.DASH_PUNCTUATION
                || " +\uFF0B()/.\u2212".indexOf(c) >= 0;
    }
}
