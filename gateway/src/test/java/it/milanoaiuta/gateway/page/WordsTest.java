package it.milanoaiuta.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.quarkus.qute.i18n.MessageBundle;
import it.milanoaiuta.gateway.ask.Contracts;

/** Every language of <code>quarkus.locales</code> has every word: what a new one still lacks is named here. */
class WordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** The lists whose values are shown: where a service's contract has them. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "task", List.of("volunteers get /api/v1/shifts items.opportunity.task"),
            "role",
            List.of("volunteers get /api/v1/shifts items.roles.role"),
            "urgency", List.of("donations get /api/v1/needs items.urgency"),
            "service", List.of("donations get /api/v1/needs items.lines.service"),
            "amount", List.of("donations get /api/v1/needs items.lines.unit",
                    "food-hub get /api/v1/hubs/{id}/arrivals items.lines.unit"),
            "arrival", List.of("food-hub get /api/v1/hubs/{id}/arrivals items.kind"),
            "reason", List.of("food-hub post /api/v1/arrivals/{id}/receipts lines.reason"),
            "destination", List.of("food-hub post /api/v1/arrivals/{id}/receipts lines.destination"));

    /** Of no contract: the parts by their own names, and the rules of plurals. */
    private static final Set<String> OUR_OWN = Set.of("part", "plural");

    static Stream<String> languages() {
        return ConfigProvider.getConfig().getValues("quarkus.locales", String.class).stream();
    }

    static Stream<String> translations() {
        return languages().filter(language -> !language.equals("en"));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_sentence_of_every_screen_is_said(String language) {
        Set<Class<?>> bundles = new ClassFileImporter().importPackages("it.milanoaiuta.gateway").stream()
                .filter(type -> type.isAnnotatedWith(MessageBundle.class)).map(JavaClass::reflect).collect(Collectors.toSet());
        assertThat(bundles).isNotEmpty().allSatisfy(bundle -> assertThat(
                keys("messages/" + bundle.getAnnotation(MessageBundle.class).value() + "_" + language + ".properties"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(bundle.getMethods()).map(Method::getName).toList()));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_refusal_of_every_module_is_said(String language) throws IOException {
        List<Path> refusals = modules().stream().map(module -> module.resolve(RESOURCES).resolve("refusals.properties"))
                .filter(Files::exists).toList();
        assertThat(refusals).hasSizeGreaterThan(4)
                .allSatisfy(english -> assertThat(keys(english.resolveSibling("refusals_" + language + ".properties")))
                        .containsExactlyInAnyOrderElementsOf(keys(english)));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_value_of_the_services_lists_has_a_word(String language) {
        Set<String> said = keys("codes/codes" + (language.equals("en") ? "" : "_" + language) + ".properties");
        Contracts contracts = new Contracts();
        LISTS.forEach((list, places) -> assertThat(said).as(language).containsAll(places.stream().map(place -> place.split(" "))
                .flatMap(place -> contracts.values(place[0], place[1], place[2], place[3]).stream())
                .map(value -> list + "." + value).toList()));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void whatever_has_a_word_has_it(String language) {
        assertThat(withoutForms(keys("codes/codes_" + language + ".properties")))
                .containsExactlyInAnyOrderElementsOf(withoutForms(keys("codes/codes.properties")));
    }

    @Test
    void no_list_is_shown_whose_contract_nobody_looks_at() {
        assertThat(keys("codes/codes.properties")).extracting(key -> key.substring(0, key.indexOf('.'))).filteredOn(
                list -> !OUR_OWN.contains(list)).containsOnlyElementsOf(LISTS.keySet());
    }

    /** Each language has its own forms of a number, and its rules for them. */
    private static Set<String> withoutForms(Set<String> keys) {
        Set<String> words = new HashSet<>(keys);
        words.removeIf(key -> key.startsWith("plural.") || key.matches(".*\\.(zero|one|two|few|many)"));
        return words;
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> here = Files.list(Path.of("..")); Stream<Path> shared = Files.list(Path.of("../platform"))) {
            return Stream.concat(here, shared).toList();
        }
    }

    private static Set<String> keys(String file) {
        return keys(RESOURCES.resolve(file));
    }

    private static Set<String> keys(Path file) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        } catch (IOException e) {
            throw new AssertionError("no words in " + file, e);
        }
        return new TreeSet<>(words.stringPropertyNames());
    }
}
