package it.milanoaiuta.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The sentences of refusals: every <code>refusals.properties</code> (English) and <code>refusals_{language}.properties</code>
 * on the class path, in UTF-8, together one bundle; so a service, a library and this module each bring their own.
 * <p>
 * Not {@link java.util.ResourceBundle}: it sees one file of a name only. Not {@link java.text.MessageFormat}: it swallows the
 * apostrophes of Italian.
 */
@ApplicationScoped
public class Sentences {

    private final List<Locale> languages;
    private final Map<Locale, Map<String, String>> bundles = new HashMap<>();

    Sentences(@ConfigProperty(name = "quarkus.locales") List<Locale> languages) {
        this.languages = languages;
        for (Locale language : languages) {
            Map<String, String> bundle = new HashMap<>(read("refusals.properties"));
            bundle.putAll(read("refusals_" + language.getLanguage() + ".properties"));
            bundles.put(language, bundle);
        }
    }

    /** The language of the header that we speak; English for none and for a malformed header. */
    public Locale language(String acceptLanguage) {
        return Languages.spokenIn(acceptLanguage, languages).orElse(Locale.ENGLISH);
    }

    /** The sentence with {0}, {1} … filled in, or empty when nobody brought one under this key. */
    public Optional<String> say(Locale language, String key, Object... arguments) {
        String sentence = bundles.getOrDefault(language, Map.of()).get(key);
        if (sentence == null) {
            return Optional.empty();
        }
        for (int i = 0; i < arguments.length; i++) {
            sentence = sentence.replace("{" + i + "}", written(arguments[i], language));
        }
        return Optional.of(sentence);
    }

    private static String written(Object argument, Locale language) {
        if (argument instanceof BigDecimal || argument instanceof Integer || argument instanceof Long) {
            NumberFormat format = NumberFormat.getInstance(language);
            format.setGroupingUsed(false);
            return format.format(argument);
        }
        if (argument instanceof Instant instant) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(language)
                    .format(instant.atZone(CityTime.ZONE));
        }
        if (argument instanceof LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language).format(day);
        }
        return String.valueOf(argument);
    }

    private static Map<String, String> read(String name) {
        Map<String, String> sentences = new HashMap<>();
        try {
            for (URL file : Collections.list(Thread.currentThread().getContextClassLoader().getResources(name))) {
                try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    Properties properties = new Properties();
                    properties.load(reader);
                    properties.forEach((key, sentence) -> sentences.put((String) key, (String) sentence));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
