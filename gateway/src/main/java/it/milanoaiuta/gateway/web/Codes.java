package it.milanoaiuta.gateway.web;

import java.util.Locale;
import java.util.ResourceBundle;

/** Closed-list codes (tasks, roles, units, states) in people's words; a code nobody has translated yet is shown as it is. */
final class Codes {

    private Codes() {}

    static String word(String list, String code, Locale language) {
        ResourceBundle words = ResourceBundle.getBundle("codes/codes", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String key = list + "." + code;
        return words.containsKey(key) ? words.getString(key) : code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
