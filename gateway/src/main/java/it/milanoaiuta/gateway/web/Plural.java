package it.milanoaiuta.gateway.web;

import java.math.BigDecimal;
import java.util.Locale;

/** Which form of a noun goes with a number: the plural rules of Unicode's CLDR for the languages we speak. */
enum Plural {

    ONE, TWO, FEW, MANY, OTHER;

    static Plural of(BigDecimal number, Locale language) {
        if (number.stripTrailingZeros().scale() > 0) {
            return OTHER;
        }
        if (number.compareTo(BigDecimal.ONE) == 0) {
            return ONE;
        }
        return language.getLanguage().equals("ar") ? arabic(number) : OTHER;
    }

    private static Plural arabic(BigDecimal number) {
        if (number.compareTo(BigDecimal.valueOf(2)) == 0) {
            return TWO;
        }
        int lastTwoDigits = number.remainder(BigDecimal.valueOf(100)).intValue();
        return lastTwoDigits >= 3 && lastTwoDigits <= 10 ? FEW : lastTwoDigits >= 11 ? MANY : OTHER;
    }
}
