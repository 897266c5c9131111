package it.milanoaiuta.volunteers.organisation;

/**
 * The Italian fiscal code of an organisation (decree of 23 December 1976): 11 digits. The last one checks the others, so that a slip
 * of the pen is not another organisation's code. A person's own code of 16 characters is not taken, a sole trader's neither: it
 * would be kept in clear.
 */
final class FiscalCode {

    static final String FORM = "(?!0{11})[0-9]{11}";

    private FiscalCode() {}

    /** @param code of the {@link #FORM} */
    static boolean lastDigitFits(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            int weighted = (code.charAt(i) - '0') * (1 + i % 2);
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
