package it.milanoaiuta.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of our languages a header Accept-Language (RFC 9110) asks for. The JDK's reader of such headers needs seconds for
 * some of 800 bytes; this one looks at 100 characters and ten ranges of them, and at the language of a range alone: we speak
 * no dialect.
 */
public final class Languages {

    private static final int LONGEST = 100;
    private static final int MOST_RANGES = 10;

    private Languages() {}

    /** @param acceptLanguage as sent, may be null; what cannot be read of it asks for nothing */
    public static Optional<Locale> spokenIn(String acceptLanguage, List<Locale> spoken) {
        String header = cut(acceptLanguage == null ? "" : acceptLanguage);
        Locale wanted = null;
        double most = 0;
        int begin = 0;
        for (int range = 0; range < MOST_RANGES && begin <= header.length(); range++) {
            int comma = header.indexOf(',', begin);
            String asked = header.substring(begin, comma < 0 ? header.length() : comma);
            double weight = weight(asked);
            Locale language = weight > most ? language(asked, spoken) : null;
            if (language != null) {
                wanted = language;
                most = weight;
            }
            begin = comma < 0 ? header.length() + 1 : comma + 1;
        }
        return Optional.ofNullable(wanted);
    }

    /** Without the range that would be cut in two. */
    private static String cut(String header) {
        return header.length() <= LONGEST ? header : header.substring(0, Math.max(0, header.lastIndexOf(',', LONGEST)));
    }

    private static Locale language(String range, List<Locale> spoken) {
        int end = 0;
        String tag = range.strip();
        while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
            end++;
        }
        String language = tag.substring(0, end);
        return spoken.stream().filter(locale -> locale.getLanguage().equalsIgnoreCase(language)).findFirst().orElse(null);
    }

    /** From 0, not wanted, to 1. */
    private static double weight(String range) {
        int semicolon = range.indexOf(';');
        if (semicolon < 0) {
            return 1;
        }
        String parameter = range.substring(semicolon + 1).strip();
        try {
            return parameter.regionMatches(true, 0, "q=", 0, 2) ? Double.parseDouble(parameter.substring(2)) : 0;
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
