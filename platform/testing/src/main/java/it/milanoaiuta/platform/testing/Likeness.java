package it.milanoaiuta.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether two JSON values are of one shape. What the example shows must have been met, of the same kind; what was met must be shown,
 * but for null, and but for the elements of a list, which may be any. Of a map the keys may be any.
 */
final class Likeness {

    /** Whether there is one more page is the data's affair. */
    private static final Set<String> AT_TIMES = Set.of("next");

    private final ApiContract contract;
    private final List<String> differences = new ArrayList<>();

    Likeness(ApiContract contract) {
        this.contract = contract;
    }

    List<String> differences() {
        return differences;
    }

    void compare(String where, JsonNode example, JsonNode met, JsonNode schema) {
        if (schema.isMissingNode()) {
            return;
        }
        compare(where, example, List.of(met), schema, true);
    }

    /** @param met of one thing; of the elements of a list, all of them */
    private void compare(String where, JsonNode example, List<JsonNode> met, JsonNode schema, boolean whole) {
        List<JsonNode> there = met.stream().filter(node -> !node.isNull() && !node.isMissingNode()).toList();
        if (example.isMissingNode() || there.isEmpty()) {
            if (example.isMissingNode() && whole && !there.isEmpty()) {
                differences.add(where + " is not shown");
            } else if (!example.isMissingNode() && whole) {
                differences.add(where + " was not met");
            }
            return;
        }
        if (there.stream().noneMatch(node -> node.getNodeType() == example.getNodeType())) {
            differences.add("%s is no %s".formatted(where, example.getNodeType()));
            return;
        }
        JsonNode known = contract.resolved(schema);
        if (example.isArray()) {
            List<JsonNode> elements = there.stream().flatMap(Likeness::inside).toList();
            for (JsonNode one : example) {
                compare(where + "[]", one, elements, known.path("items"), elements.isEmpty() && whole && isPage(where));
            }
        } else if (known.path("additionalProperties").isObject()) {
            List<JsonNode> values = there.stream().flatMap(Likeness::inside).toList();
            example.forEach(one -> compare(where + "{}", one, values, known.path("additionalProperties"), false));
        } else if (example.isObject()) {
            fields(where, example, there, known, whole);
        }
    }

    /** An empty list shows nothing of what the example says of its elements. */
    private static boolean isPage(String where) {
        return where.equals("answer.items");
    }

    private void fields(String where, JsonNode example, List<JsonNode> there, JsonNode schema, boolean whole) {
        Set<String> names = new TreeSet<>();
        example.fieldNames().forEachRemaining(names::add);
        if (whole) {
            there.forEach(node -> node.fieldNames().forEachRemaining(names::add));
            names.removeAll(AT_TIMES);
        }
        for (String name : names) {
            List<JsonNode> values = there.stream().map(node -> node.path(name)).toList();
            if (example.has(name) && values.stream().allMatch(JsonNode::isMissingNode)) {
                differences.add(where + "." + name + " was not met");
            } else {
                contract.property(schema, name)
                        .ifPresent(property -> compare(where + "." + name, example.path(name), values, property, whole));
            }
        }
    }

    private static Stream<JsonNode> inside(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
