package it.milanoaiuta.gateway.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which form of a noun goes with a number. The rules are Unicode's (CLDR) and stand with a language's words, one a form:
 * <code>plural.few=n % 100 = 3..10</code>; what no rule takes, and every number that is not whole, is <code>other</code>.
 */
final class Plural {

    private static final List<String> FORMS = List.of("zero", "one", "two", "few", "many");
    private static final Pattern CONDITION = Pattern.compile("n(?: % (\\d+))? (!?=) (\\d+)(?:\\.\\.(\\d+))?");

    private Plural() {}

    static String of(BigDecimal number, ResourceBundle words) {
        if (number.stripTrailingZeros().scale() > 0) {
            return "other";
        }
        return FORMS.stream().filter(form -> words.containsKey("plural." + form))
                .filter(form -> holds(words.getString("plural." + form), number)).findFirst().orElse("other");
    }

    private static boolean holds(String rule, BigDecimal number) {
        return Stream.of(rule.split(" and ")).allMatch(condition -> isTrue(condition, number));
    }

    private static boolean isTrue(String condition, BigDecimal number) {
        Matcher said = CONDITION.matcher(condition);
        if (!said.matches()) {
            throw new IllegalArgumentException("no rule of plurals: " + condition);
        }
        BigDecimal looked = said.group(1) == null ? number : number.remainder(new BigDecimal(said.group(1)));
        BigDecimal first = new BigDecimal(said.group(3));
        BigDecimal last = said.group(4) == null ? first : new BigDecimal(said.group(4));
        boolean within = looked.compareTo(first) >= 0 && looked.compareTo(last) <= 0;
        return within == said.group(2).equals("=");
    }
}
