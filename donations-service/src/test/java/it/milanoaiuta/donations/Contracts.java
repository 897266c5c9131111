package it.milanoaiuta.donations;

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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;

/** The committed schemas and examples of our events; after every test class, whatever was told must keep to them. */
public class Contracts implements QuarkusTestAfterAllCallback {

    static final Path EVENTS = Path.of("contracts/events");

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void afterAll(QuarkusTestContext context) {
        Object told = City.sql("select coalesce(json_agg(json_build_array(type, payload)), '[]')::text from "
                + "(select type, payload from outbox union all select type, payload from event_log) told");
        try {
            JSON.readTree((String) told).forEach(event -> {
                Set<String> wrong = violations(event.get(0).asText(), event.get(1).toString());
                if (!wrong.isEmpty()) {
                    throw new AssertionError(event + " breaks its contract: " + wrong);
                }
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param type with its version */
    static Set<String> violations(String type, String payload) {
        try {
            return READ.computeIfAbsent(type, Contracts::read).validate(JSON.readTree(payload)).stream().map(Object::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema read(String type) {
        try {
            return SCHEMAS.getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")), STRICT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types that have a file with this ending in the folder. */
    static Set<String> types(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
