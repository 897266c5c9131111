package it.milanoaiuta.donations;

import static it.milanoaiuta.donations.Contracts.EVENTS;
import static it.milanoaiuta.donations.Contracts.types;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.events.Hearing;
import it.milanoaiuta.platform.events.Published;

/** Schemas, examples and records agree; what is really told is checked after every test class by {@link Contracts}. */
@QuarkusTest
class ContractTest {

    /** Agreed, and of no use before the hubs tell them. */
    private static final Set<String> NOT_TOLD_YET = Set.of("IntakePaused.v1", "IntakeResumed.v1");

    @Inject
    @Any
    Instance<Hearing> hearings;

    @Inject
    ObjectMapper json;

    @Test
    void every_event_has_a_schema_and_an_example_and_nothing_else_has() {
        Set<String> told = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("it.milanoaiuta.donations").stream().filter(type -> type.isAnnotatedWith(Published.class))
                .map(JavaClass::getSimpleName).map(name -> name + ".v1").collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isNotEmpty();
        assertThat(types(EVENTS, ".schema.json")).isEqualTo(told);
        assertThat(types(EVENTS.resolve("examples"), ".json")).isEqualTo(told);
    }

    @Test
    void every_example_keeps_to_its_schema() throws IOException {
        for (String type : types(EVENTS.resolve("examples"), ".json")) {
            assertThat(Contracts.violations(type, Files.readString(EVENTS.resolve("examples/" + type + ".json")))).isEmpty();
        }
    }

    @Test
    void an_unknown_field_breaks_the_contract() {
        assertThat(Contracts.violations("NeedExpired.v1", "{\"needId\": \"" + City.PASTA + "\", \"why\": 1}")).isNotEmpty();
    }

    @Test
    void what_producers_tell_is_understood() {
        ObjectMapper lenient = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Set<String> withoutExample = new TreeSet<>();
        hearings.forEach(hearing -> hearing.register(new Hearing.Handlers() {
            @Override
            public <T> Hearing.Handlers event(String type, Class<T> payload, BiConsumer<T, Hearing.Envelope> handler) {
                List<Path> examples = examples(hearing.topic(), type);
                examples.forEach(example -> assertWhole(read(lenient, example, payload), type));
                if (examples.isEmpty()) {
                    withoutExample.add(type);
                }
                return this;
            }
        }));
        assertThat(NOT_TOLD_YET.containsAll(withoutExample)).as(withoutExample.toString()).isTrue();
    }

    /** All its producer has of this type. */
    private static List<Path> examples(String topic, String type) {
        Path folder = Path.of("..", topic.substring(0, topic.indexOf('.')) + "-service", "contracts/events/examples");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(type + ".")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Record read(ObjectMapper json, Path example, Class<?> payload) {
        try {
            return (Record) json.readValue(Files.readString(example), payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every component but the one that may be null has a value, so that a renamed field does not pass as null. */
    private static void assertWhole(Record told, String type) {
        for (var component : told.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                assertThat(accessor.invoke(told) != null || component.getName().equals("until"))
                        .as(type + " has no " + component.getName()).isTrue();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
