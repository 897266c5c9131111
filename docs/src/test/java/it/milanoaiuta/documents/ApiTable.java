package it.milanoaiuta.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The operations of one contract for the reader of <code>docs/api.md</code>: by tag, each with who may, what is sent and what it does. */
final class ApiTable {

    private static final String PREFIX = "/api/v1";
    private static final List<String> METHODS = List.of("post", "get", "put", "patch", "delete");

    private final JsonNode contract;

    private ApiTable(JsonNode contract) {
        this.contract = contract;
    }

    static String of(JsonNode contract) {
        return new ApiTable(contract).written();
    }

    private String written() {
        StringBuilder table = new StringBuilder("| operation | realm role | sent | what |\n| --- | --- | --- | --- |\n");
        Map<String, List<String>> byTag = new TreeMap<>();
        contract.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .sorted(Comparator.comparing(operation -> METHODS.indexOf(operation.getKey())))
                .forEach(operation -> byTag
                        .computeIfAbsent(operation.getValue().path("tags").path(0).asText(), first -> new ArrayList<>())
                        .add(row(operation.getKey().toUpperCase() + " " + path.getKey().replace(PREFIX, ""),
                                operation.getValue()))));
        byTag.forEach((tag, rows) -> {
            table.append("| **").append(tag).append("** | | | |\n");
            rows.forEach(table::append);
        });
        return table.toString();
    }

    private String row(String name, JsonNode operation) {
        return "| `%s%s` | %s | %s | %s |\n".formatted(name, query(operation), who(operation), sent(operation),
                what(operation));
    }

    private String query(JsonNode operation) {
        List<String> names = parameters(operation, "query").stream().filter(name -> !Set.of("cursor", "limit").contains(name))
                .toList();
        return names.isEmpty() ? "" : "?" + String.join("=&", names) + "=";
    }

    private List<String> parameters(JsonNode operation, String in) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false).map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in)).map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static String who(JsonNode operation) {
        if (operation.path("security").isEmpty()) {
            return "everybody";
        }
        String roles = StreamSupport.stream(operation.path("x-roles").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        return roles.isEmpty() ? "signed in" : roles;
    }

    private String sent(JsonNode operation) {
        List<String> sent = new ArrayList<>();
        JsonNode schema = operation.path("requestBody").path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            sent.add("`{" + fields(resolved(schema)) + "}`");
        }
        parameters(operation, "header").forEach(header -> sent.add("`" + header + "`"));
        return String.join(" ", sent);
    }

    private String fields(JsonNode schema) {
        Set<String> required = StreamSupport.stream(schema.path("required").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toSet());
        return schema.path("properties").properties().stream()
                .map(field -> field.getKey() + (required.contains(field.getKey()) ? "" : "?")
                        + inside(resolved(field.getValue())))
                .collect(Collectors.joining(", "));
    }

    private String inside(JsonNode schema) {
        if (schema.has("items")) {
            JsonNode items = resolved(schema.path("items"));
            return items.has("properties") ? " [" + fields(items) + "]" : "[]";
        }
        return schema.has("properties") ? " {" + fields(schema) + "}" : "";
    }

    private static String what(JsonNode operation) {
        String summary = operation.path("summary").asText();
        String more = operation.path("description").asText();
        return (more.startsWith(summary) ? more : summary + ". " + more).replaceAll("\\s+", " ").replace("|", "\\|");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(contract.at(node.path("$ref").asText().substring(1))) : node;
    }
}
