package it.milanoaiuta.journeys;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be read nowhere but in the vault and in an answer: all that the journeys tell about people, and what looks like it. */
final class Personal {

    static final String NAME = "Mariangela Brambillasca";
    static final String EMAIL = "mariangela.brambillasca@example.org";
    static final String PHONE = "+390288450017";
    static final String ADDRESS = "via Privata Immaginaria 17";
    static final String TAX_CODE = "BRMMNG80A41F205K";
    /** With its check digit. */
    static final String ORGANISATIONS_TAX_CODE = "01234567897";

    private static final List<Pattern> LOOKS_PERSONAL = List.of(
            Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)*\\.[a-z]{2,}"),
            Pattern.compile("\\b[A-Z]{6}[0-9]{2}[A-Z][0-9]{2}[A-Z][0-9]{3}[A-Z]\\b"),
            Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]*\\.[\\w-]*"));

    private static final Set<Pattern> TOLD = ConcurrentHashMap.newKeySet();

    static {
        for (String value : List.of(NAME, NAME.split(" ")[1], EMAIL, PHONE, ADDRESS, TAX_CODE, ORGANISATIONS_TAX_CODE)) {
            told(value);
        }
    }

    private Personal() {}

    /** Somebody's name, or whatever else tells who she is, was given to the platform. */
    static void told(String value) {
        TOLD.add(
                Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE));
    }

    /** What of it is in the text. */
    static Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        for (Set<Pattern> patterns : List.of(TOLD, Set.copyOf(LOOKS_PERSONAL))) {
            for (Pattern pattern : patterns) {
                Matcher matcher = pattern.matcher(text);
                if (matcher.find()) {
                    found.add(matcher.group());
                }
            }
        }
        return found;
    }
}
