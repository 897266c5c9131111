package it.milanoaiuta.gateway.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What the services promise: their contracts, as the build copied them here. */
@ApplicationScoped
public class Contracts {

    /** Where an open list has its known values; a closed one has <code>enum</code>. */
    public static final String OPEN = "x-extensible-enum";

    private final Map<String, JsonNode> byService = new LinkedHashMap<>();

    public Contracts() {
        for (String service : List.of(Services.VOLUNTEERS, Services.DONATIONS, Services.FOOD_HUB)) {
            byService.put(service, read("contracts/" + service + "/openapi.yaml"));
        }
    }

    /** By the name of the service, always in the same order. */
    public Map<String, JsonNode> byService() {
        return byService;
    }

    /**
     * The values of a list, closed or open (those that are known), in the contract's order. What is sent is looked at, where nothing is, what is answered; a list's
     * elements have their list's name: <code>lines.reason</code>.
     *
     * @throws IllegalStateException when the contract has no such list: whoever reads it finds out at start
     */
    public List<String> values(String service, String method, String path, String field) {
        JsonNode contract = byService.get(service);
        JsonNode operation = contract.path("paths").properties().stream()
                .filter(one -> withoutNames(one.getKey()).equals(withoutNames(path))).findFirst()
                .map(one -> one.getValue().path(method)).orElse(MissingNode.getInstance());
        JsonNode message = operation.has("requestBody")
                ? operation.path("requestBody")
                : operation.path("responses").path("200");
        JsonNode schema = resolved(contract, message.path("content").path("application/json").path("schema"));
        for (String name : field.split("\\.")) {
            schema = resolved(contract, schema.path("properties").path(name));
        }
        List<String> values = new ArrayList<>();
        schema.path(schema.has("enum") ? "enum" : OPEN).forEach(value -> values.add(value.asText()));
        if (values.isEmpty()) {
            throw new IllegalStateException(service + " has no list " + field + " at " + method + " " + path);
        }
        return values;
    }

    /** What a service calls its parameters is its own affair. */
    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }

    /** Behind references and lists. */
    private static JsonNode resolved(JsonNode contract, JsonNode schema) {
        JsonNode one = schema;
        while (one.has("$ref") || one.has("items")) {
            one = one.has("$ref") ? contract.at(one.path("$ref").asText().substring(1)) : one.path("items");
        }
        return one;
    }

    private static JsonNode read(String resource) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return new ObjectMapper().valueToTree(Yaml.read(Objects.requireNonNull(file, resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
