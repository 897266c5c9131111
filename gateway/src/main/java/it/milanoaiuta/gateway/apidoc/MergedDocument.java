package it.milanoaiuta.gateway.apidoc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One OpenAPI document out of several. Each one's schemas get its name as prefix: services have different things of one name
 * (<code>Line</code>, <code>Place</code>), which SmallRye's merge would fuse. <code>Problem</code> and <code>Violation</code>
 * are the same everywhere and stay one, and so are the responses and parameters that documents share: conventions of the API.
 */
final class MergedDocument {

    private static final String PARAMETER = "\\{[^}]+}";
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectMapper json;
    private final BiPredicate<String, String> shown;
    private final Map<String, ObjectNode> paths = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final ObjectNode responses;
    private final ObjectNode parameters;
    private final ArrayNode tags;

    /** @param shown whether a part's path is reached through the gateway */
    MergedDocument(ObjectMapper json, BiPredicate<String, String> shown) {
        this.json = json;
        this.shown = shown;
        responses = json.createObjectNode();
        parameters = json.createObjectNode();
        tags = json.createArrayNode();
    }

    /** @param part name of the service, kebab-case */
    MergedDocument with(String part, JsonNode document) {
        String prefix = prefix(part);
        tags.addObject().put("name", part).put("description", document.at("/info/description").asText());
        document.path("paths").fields().forEachRemaining(path -> {
            if (shown.test(part, path.getKey())) {
                String address = names.computeIfAbsent(path.getKey().replaceAll(PARAMETER, "{}"), first -> path.getKey());
                JsonNode renamed = withParameters(path.getKey(), address, renamed(path.getValue(), prefix));
                renamed.fields().forEachRemaining(
                        operation -> mark(operation.getKey(), address, operation.getValue(), part));
                paths.computeIfAbsent(address, first -> json.createObjectNode()).setAll((ObjectNode) renamed);
            }
        });
        JsonNode components = document.path("components");
        components.path("schemas").fields().forEachRemaining(schema -> schemas
                .put(name(schema.getKey(), prefix), renamed(schema.getValue(), prefix)));
        components.path("responses").fields().forEachRemaining(shared -> responses.set(shared.getKey(), shared.getValue()));
        components.path("parameters").fields().forEachRemaining(shared -> parameters.set(shared.getKey(), shared.getValue()));
        return this;
    }

    ObjectNode document() {
        ObjectNode merged = json.createObjectNode().put("openapi", "3.1.0");
        merged.putObject("info").put("title", "Milano Aiuta").put("version", "1").put("description",
                "One API behind one door. Errors are problem details (RFC 9457).");
        merged.withObject("/info/contact").put("name", "Milano Aiuta");
        merged.withObject("/info/license").put("name", "Apache-2.0");
        merged.putArray("servers").addObject().put("url", "/");
        merged.set("tags", tags);
        ObjectNode allPaths = merged.putObject("paths");
        paths.forEach(allPaths::set);
        ObjectNode components = merged.putObject("components");
        ObjectNode allSchemas = components.putObject("schemas");
        Set<String> used = usedBy(allPaths, responses, parameters);
        schemas.forEach((name, schema) -> {
            if (used.contains(name)) {
                allSchemas.set(name, schema);
            }
        });
        components.set("responses", responses);
        components.set("parameters", parameters);
        components.putObject("securitySchemes").putObject("bearer").put("type", "http").put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        return merged;
    }

    /** Of addresses that are not shown the schemas are not either. */
    private Set<String> usedBy(JsonNode... roots) {
        Set<String> used = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(roots));
        while (!open.isEmpty()) {
            open.pop().findValuesAsText("$ref").stream().filter(reference -> reference.startsWith(SCHEMAS))
                    .map(reference -> reference.substring(SCHEMAS.length())).filter(used::add).map(schemas::get)
                    .filter(Objects::nonNull).forEach(open::push);
        }
        return used;
    }

    /** <code>/shifts/{id}</code> and <code>/shifts/{shiftId}</code> are one address: its parameters have the first one's names. */
    private static JsonNode withParameters(String path, String address, JsonNode operations) {
        String[] from = path.split("/");
        String[] to = address.split("/");
        for (int i = 0; i < from.length; i++) {
            if (!from[i].equals(to[i])) {
                String old = from[i].substring(1, from[i].length() - 1);
                String now = to[i].substring(1, to[i].length() - 1);
                operations.findParents("in").stream()
                        .filter(one -> one.path("in").asText().equals("path") && one.path("name").asText().equals(old))
                        .forEach(one -> ((ObjectNode) one).put("name", now));
            }
        }
        return operations;
    }

    /** Operations are called by their address: the services' ids name classes, which may change and are no two services' own. */
    private static void mark(String method, String path, JsonNode operation, String part) {
        if (operation instanceof ObjectNode fields) {
            fields.putArray("tags").add(part);
            fields.put("operationId", operationId(method, path));
        }
    }

    /** <code>get /api/v1/hubs/{hubId}/arrivals</code> is <code>getHubsByHubIdArrivals</code>. */
    private static String operationId(String method, String path) {
        StringBuilder id = new StringBuilder(method);
        for (String segment : path.replaceFirst("^/api/v1", "").split("/")) {
            id.append(segment.startsWith("{") ? "By" : "").append(prefix(segment.replaceAll("\\W+", "-")));
        }
        return id.toString();
    }

    /** A copy in which every reference to a schema has its new name, and the security scheme ours. */
    private JsonNode renamed(JsonNode node, String prefix) {
        if (node.isObject()) {
            ObjectNode copy = json.createObjectNode();
            node.fields().forEachRemaining(field -> {
                if (field.getKey().equals("$ref") && field.getValue().asText().startsWith(SCHEMAS)) {
                    copy.put("$ref", SCHEMAS + name(field.getValue().asText().substring(SCHEMAS.length()), prefix));
                } else if (field.getKey().equals("security") && field.getValue().isArray()) {
                    copy.putArray("security").addObject().putArray("bearer");
                } else {
                    copy.set(field.getKey(), renamed(field.getValue(), prefix));
                }
            });
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = json.createArrayNode();
            node.forEach(element -> copy.add(renamed(element, prefix)));
            return copy;
        }
        return node;
    }

    private static String name(String schema, String prefix) {
        return schema.equals("Problem") || schema.equals("Violation") ? schema : prefix + schema;
    }

    private static String prefix(String part) {
        StringBuilder prefix = new StringBuilder();
        for (String word : part.split("-")) {
            if (!word.isEmpty()) {
                prefix.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return prefix.toString();
    }
}
