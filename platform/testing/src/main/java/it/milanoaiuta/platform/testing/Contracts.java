package it.milanoaiuta.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The schemas and examples of a service's events, as they lie beside its code. A type is named with its version: <code>NeedExpired.v1</code>. */
final class Contracts {

    static final Path OWN = Path.of("contracts/events");

    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

    private Contracts() {}

    /** Where the producer of a topic keeps its own. */
    static Path ofTopic(String topic) {
        return Path.of("..", topic.substring(0, topic.indexOf('.')) + "-service", "contracts/events");
    }

    /** Types of ours that have a schema. */
    static Set<String> schemas() {
        return named(OWN, SCHEMA);
    }

    /** The topic of each of them, as its schema says. */
    static Map<String, String> topics() {
        return schemas().stream().collect(Collectors.toMap(type -> type,
                type -> json(read(OWN.resolve(type + SCHEMA))).path("x-topic").asText()));
    }

    /** Types that have an example. */
    static Set<String> examples(Path events) {
        return named(events.resolve("examples"), EXAMPLE);
    }

    static JsonNode example(Path events, String type) {
        return json(read(events.resolve("examples").resolve(type + EXAMPLE)));
    }

    /** What is wrong with a payload of ours; nothing, for one that keeps its contract. */
    static Set<String> violations(String type, JsonNode payload) {
        return READ.computeIfAbsent(type, Contracts::schema).validate(payload).stream().map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(String type) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(read(OWN.resolve(type + SCHEMA)),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> named(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
