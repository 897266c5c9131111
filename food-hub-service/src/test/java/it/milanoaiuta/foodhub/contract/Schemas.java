package it.milanoaiuta.foodhub.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/** The contract files of the services, as they lie beside the code. */
final class Schemas {

    static final Path OWN = Path.of("contracts/events");
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCHEMA = ".schema.json";
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

    private Schemas() {}

    /** Types this service promises a schema for, with version. */
    static List<String> types() {
        try (Stream<Path> files = Files.list(OWN)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SCHEMA))
                    .map(name -> name.substring(0, name.length() - SCHEMA.length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a payload; nothing, for one that keeps its contract. */
    static Set<ValidationMessage> violations(String type, JsonNode payload) {
        return READ.computeIfAbsent(type, t -> JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(read(OWN.resolve(t + SCHEMA)),
                        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build()))
                .validate(payload);
    }

    static JsonNode example(Path events, String type) {
        return read(events.resolve("examples").resolve(type + ".json"));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
