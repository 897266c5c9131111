package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The realm as Keycloak imports it: the city's own file, and over it the demo people's where they are wanted. Lists are
 * continued, single values replaced.
 */
final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Realm() {}

    static String text(Path folder, boolean withDemoPeople) throws IOException {
        ObjectNode realm = read(folder.resolve("milano-aiuta-realm.json"));
        if (withDemoPeople) {
            for (Map.Entry<String, JsonNode> addition : read(folder.resolve("milano-aiuta-demo.json")).properties()) {
                if (addition.getValue() instanceof ArrayNode more) {
                    realm.withArray(addition.getKey()).addAll(more);
                } else {
                    realm.set(addition.getKey(), addition.getValue());
                }
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    private static ObjectNode read(Path file) throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(file));
    }
}
