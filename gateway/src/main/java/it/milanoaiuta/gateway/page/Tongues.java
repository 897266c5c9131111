package it.milanoaiuta.gateway.page;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The languages of the pages: <code>quarkus.locales</code>, the city's own first. */
@ApplicationScoped
public class Tongues {

    /** What a page speaks to whoever asks for no language of ours, and what is read where a text is not in hers. */
    public static final Locale OF_THE_CITY = Locale.ITALIAN;

    /** @param tag two letters */
    public record Tongue(String tag) {

        private Locale locale() {
            return Locale.forLanguageTag(tag);
        }

        /** In itself, as at the beginning of a line: Italiano, العربية. */
        public String name() {
            String name = locale().getDisplayLanguage(locale());
            int first = name.offsetByCodePoints(0, 1);
            return name.substring(0, first).toUpperCase(locale()) + name.substring(first);
        }

        /** As its own name is written: <code>ltr</code> or <code>rtl</code>. */
        public String direction() {
            return new Bidi(name(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
        }
    }

    private final List<Tongue> all;
    private final Locale ofTheSource;

    Tongues(@ConfigProperty(name = "quarkus.locales") List<Locale> spoken,
            @ConfigProperty(name = "quarkus.default-locale") Locale ofTheSource) {
        this.ofTheSource = ofTheSource;
        all = Stream.concat(Stream.of(OF_THE_CITY), spoken.stream()).map(Locale::getLanguage).distinct().map(Tongue::new)
                .toList();
    }

    public List<Tongue> all() {
        return all;
    }

    /** @param tag as somebody sent it, may be null; empty for what is none of ours */
    public Optional<Locale> spoken(String tag) {
        return all.stream().map(Tongue::tag).filter(one -> one.equals(tag)).map(Locale::forLanguageTag).findFirst();
    }

    /** Whether it is the language that the words stand in beside the code, and not in a file. */
    boolean isOfTheSource(Locale language) {
        return language.getLanguage().equals(ofTheSource.getLanguage());
    }
}
