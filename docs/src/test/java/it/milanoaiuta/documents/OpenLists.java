package it.milanoaiuta.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * The known values of open lists stand once, in the API of the service whose list it is; the files of events point there by
 * <code>x-known-values</code>, and documents that are made of them say the values (<code>x-extensible-enum</code>).
 */
final class OpenLists {

    static final String KNOWN = "x-extensible-enum";
    static final String ELSEWHERE = "x-known-values";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Path root;
    private final Map<String, JsonNode> contracts = new HashMap<>();

    /** @param root the folder of the services */
    OpenLists(Path root) {
        this.root = root;
    }

    /** The same with the values said. */
    EventType said(EventType type) {
        JsonNode schema = type.schema().deepCopy();
        say(schema);
        return new EventType(type.service(), type.name(), schema, type.example());
    }

    private void say(JsonNode schema) {
        if (schema.has(ELSEWHERE)) {
            ObjectNode list = (ObjectNode) schema;
            list.set(KNOWN, at(list.remove(ELSEWHERE).asText()));
        }
        schema.forEach(this::say);
    }

    /** @throws IllegalArgumentException when there is no open list */
    private JsonNode at(String pointer) {
        String[] fileAndPlace = pointer.split("#");
        JsonNode known = contracts.computeIfAbsent(fileAndPlace[0], this::read).at(fileAndPlace[1]).path(KNOWN);
        if (known.isEmpty()) {
            throw new IllegalArgumentException("no open list at " + pointer);
        }
        return known;
    }

    private JsonNode read(String file) {
        try {
            return YAML.readTree(root.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
