package it.milanoaiuta.gateway.page;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Values of the services' lists (tasks, roles, units, reasons) in people's words. One that an open list does not know yet is something
 * else, and which stays readable: <code>OTHER</code> of its list, where it has one, and the code.
 */
final class Codes {

    private Codes() {}

    static String word(String list, String code, Locale language) {
        ResourceBundle words = words(language);
        String key = list + "." + code;
        if (words.containsKey(key)) {
            return words.getString(key);
        }
        String readable = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        String other = list + ".OTHER";
        return words.containsKey(other) ? words.getString(other) + " (" + readable + ")" : readable;
    }

    /**
     * So many of a unit: <code>amount.PIECE.one</code> for one piece, <code>amount.PIECE</code> where the language has no form of
     * its own for that number. A form may do without the number: Arabic has a word for two pieces.
     *
     * @param written the number as the reader writes it
     */
    static String amount(String unit, BigDecimal number, String written, Locale language) {
        ResourceBundle words = words(language);
        String form = "amount." + unit + "." + Plural.of(number, words);
        return words.containsKey(form)
                ? words.getString(form).replace("{0}", written)
                : words.containsKey("amount." + unit)
                        ? words.getString("amount." + unit).replace("{0}", written)
                        : written + " " + unit.toLowerCase(Locale.ROOT);
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle("codes/codes", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
