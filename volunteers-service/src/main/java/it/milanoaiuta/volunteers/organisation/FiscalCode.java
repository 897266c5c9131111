package it.milanoaiuta.volunteers.organisation;

/**
 * An Italian fiscal code (decree of 23 December 1976): 11 digits for an organisation, 16 characters for a person who stands for
 * one. The last character checks the others, so that a slip of the pen is not somebody else's code.
 */
final class FiscalCode {

    /** Letters stand for digits where two people would have the same code. */
    private static final String DIGIT = "[0-9L-NP-V]";

    static final String FORM = "(?!0{11})[0-9]{11}"
            + "|[A-Z]{6}" + DIGIT + "{2}[A-EHLMPR-T]" + DIGIT + "{2}[A-Z]" + DIGIT + "{3}[A-Z]";

    /** Weights of the characters in odd places, of A or 0 first. */
    private static final int[] ODD = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
            23};

    private FiscalCode() {}

    /** @param code of the {@link #FORM} */
    static boolean checks(String code) {
        return code.length() == 11 ? digitsCheck(code) : lettersCheck(code);
    }

    private static boolean digitsCheck(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            int weighted = value(code.charAt(i)) * (1 + i % 2);
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private static boolean lettersCheck(String code) {
        int last = code.length() - 1;
        int sum = 0;
        for (int i = 0; i < last; i++) {
            int value = value(code.charAt(i));
            sum += i % 2 == 0 ? ODD[value] : value;
        }
        return sum % 26 == value(code.charAt(last));
    }

    private static int value(char character) {
        return character <= '9' ? character - '0' : character - 'A';
    }
}
