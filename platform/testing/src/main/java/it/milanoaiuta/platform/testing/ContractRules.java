package it.milanoaiuta.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * What a service promises in its event files, and what it takes from others': a service's <code>ContractTest</code>, a Quarkus test,
 * extends this. What is really told is checked after every test class ({@link EveryEventIsChecked}).
 */
public abstract class ContractRules extends ApiContractRules {

    private static final String PUBLISHED = "it.milanoaiuta.platform.events.Published";
    private static final String HEARING = "it.milanoaiuta.platform.events.Hearing";

    private final String root;

    /** @param service the last name of its package: <code>volunteers</code> */
    protected ContractRules(String service) {
        root = "it.milanoaiuta." + service;
    }

    @Test
    void every_event_has_a_schema_of_its_topic_and_an_example_and_nothing_else_has() {
        Map<String, String> topics = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root).stream().filter(type -> type.isAnnotatedWith(PUBLISHED))
                .collect(Collectors.toMap(ContractRules::typeOf, event -> said(event, "topic")));
        assertThat(topics).isNotEmpty();
        assertThat(Contracts.topics()).isEqualTo(topics);
        assertThat(Contracts.examples(Contracts.OWN)).isEqualTo(topics.keySet());
    }

    /** Types that this service has a schema of, with their versions. */
    protected static Set<String> schemas() {
        return Contracts.schemas();
    }

    private static String typeOf(JavaClass event) {
        return event.getSimpleName() + ".v" + said(event, "version");
    }

    private static String said(JavaClass event, String what) {
        return event.getAnnotationOfType(PUBLISHED).get(what).orElseThrow().toString();
    }

    @Test
    void every_example_keeps_its_schema_and_a_field_too_many_or_too_few_breaks_it() {
        for (String type : Contracts.schemas()) {
            JsonNode example = Contracts.example(Contracts.OWN, type);
            assertThat(Contracts.violations(type, example)).as(type).isEmpty();
            ObjectNode more = example.deepCopy();
            more.put("surprise", true);
            assertThat(Contracts.violations(type, more)).as(type + " with one more").isNotEmpty();
            example.fieldNames().forEachRemaining(field -> {
                ObjectNode less = example.deepCopy();
                less.remove(field);
                assertThat(Contracts.violations(type, less)).as(type + " without " + field).isNotEmpty();
            });
        }
    }

    /** Every field that we read is in the example of its producer, so that a renamed one does not pass as null. */
    @Test
    void what_the_neighbours_show_as_examples_is_what_we_read() {
        ObjectMapper json = CDI.current().select(ObjectMapper.class).get().copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        Map<String, Map<String, Class<?>>> heard = heard();
        assertThat(heard).isNotEmpty();
        heard.forEach((topic, types) -> {
            Path events = Contracts.ofTopic(topic);
            types.forEach((type, payload) -> assertThatCode(() -> json.treeToValue(Contracts.example(events, type), payload))
                    .as("%s as %s", type, payload.getName()).doesNotThrowAnyException());
        });
    }

    /** By topic, the types that somebody acts on and what they are read as. */
    private static Map<String, Map<String, Class<?>>> heard() {
        Map<String, Map<String, Class<?>>> heard = new TreeMap<>();
        try {
            // by name: event delivery is tested on this module, and so cannot be known to it
            Class<?> hearing = Class.forName(HEARING, false, Thread.currentThread().getContextClassLoader());
            Class<?> handlers = Class.forName(HEARING + "$Handlers", false, hearing.getClassLoader());
            for (Object bean : CDI.current().select(hearing, Any.Literal.INSTANCE)) {
                Map<String, Class<?>> types = heard.computeIfAbsent((String) hearing.getMethod("topic").invoke(bean),
                        first -> new TreeMap<>());
                hearing.getMethod("register", handlers).invoke(bean, Proxy.newProxyInstance(hearing.getClassLoader(),
                        new Class<?>[]{handlers}, (on, event, arguments) -> {
                            types.put((String) arguments[0], (Class<?>) arguments[1]);
                            return on;
                        }));
            }
            return heard;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
