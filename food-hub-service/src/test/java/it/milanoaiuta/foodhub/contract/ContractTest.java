package it.milanoaiuta.foodhub.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.events.Hearing;
import it.milanoaiuta.platform.events.Published;

/** What this service promises to others, and what it takes from them. */
@QuarkusTest
class ContractTest {

    @Inject
    @Any
    Instance<Hearing> hearings;

    @Inject
    ObjectMapper json;

    @Test
    void every_event_has_a_schema_and_every_schema_an_event() {
        JavaClasses service = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("it.milanoaiuta.foodhub");
        List<String> published = service.stream().filter(type -> type.isAnnotatedWith(Published.class))
                .map(type -> type.getSimpleName() + ".v" + type.getAnnotationOfType(Published.class).version()).sorted()
                .toList();
        assertFalse(published.isEmpty());
        assertEquals(published, Schemas.types());
    }

    @Test
    void every_example_keeps_its_schema_and_a_field_too_many_or_too_few_breaks_it() {
        for (String type : Schemas.types()) {
            JsonNode example = Schemas.example(Schemas.OWN, type);
            assertEquals(Set.of(), Schemas.violations(type, example), type);
            ObjectNode more = example.deepCopy();
            more.put("surprise", true);
            assertFalse(Schemas.violations(type, more).isEmpty(), type);
            example.fieldNames().forEachRemaining(field -> {
                ObjectNode less = example.deepCopy();
                less.remove(field);
                assertFalse(Schemas.violations(type, less).isEmpty(), type + " without " + field);
            });
        }
    }

    @Test
    void what_the_neighbours_show_as_examples_is_what_we_read() {
        List<String> read = new ArrayList<>();
        ObjectMapper lenient = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        for (Hearing hearing : hearings) {
            Path events = Path.of("..", hearing.topic().split("\\.")[0] + "-service", "contracts", "events");
            hearing.register(new Hearing.Handlers() {
                @Override
                public <T> Hearing.Handlers event(String type, Class<T> payload, BiConsumer<T, Hearing.Envelope> handler) {
                    if (!Files.exists(events.resolve(type + ".schema.json"))) {
                        return this; // agreed in docs/events.md, not told by anybody yet
                    }
                    assertEquals(payload, lenient.convertValue(Schemas.example(events, type), payload).getClass());
                    read.add(type);
                    return this;
                }
            });
        }
        assertTrue(read.contains("MemberJoined.v1"), "compared with what is there: " + read);
    }
}
