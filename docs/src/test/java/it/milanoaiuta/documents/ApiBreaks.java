package it.milanoaiuta.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What of an API now would stop who was written for the released one: an address, an answer or a field that is gone; more that has to be
 * sent, less that may be; a value or kind that she does not expect. What is added beside is none, and neither is a closed list that has
 * become open (<code>x-extensible-enum</code>), nor a new value in one that is. It walks both documents itself: openapi-diff
 * 2.1, tried on them, calls a document different from itself and an integer that became a string compatible (OpenAPI 3.1).
 */
final class ApiBreaks {

    private static final List<String> UPPER = List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> LOWER = List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");

    /** Which way a value travels: what may be sent must not become less, what is answered not more. */
    private enum Way {
        SENT, ANSWERED
    }

    private final JsonNode before;
    private final JsonNode now;
    private final Set<String> breaks = new TreeSet<>();
    private final Set<String> walked = new HashSet<>();

    private ApiBreaks(JsonNode before, JsonNode now) {
        this.before = before;
        this.now = now;
    }

    static Set<String> between(JsonNode released, JsonNode now) {
        ApiBreaks found = new ApiBreaks(released, now);
        Map<String, JsonNode> operations = operations(now);
        operations(released).forEach((name, operation) -> found.operation(name, operation, operations.get(name)));
        return found.breaks;
    }

    /** What the parameters of a path are called does not matter. */
    private static Map<String, JsonNode> operations(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream().map(operation -> Map.entry(
                        operation.getKey().toUpperCase() + " " + path.getKey().replaceAll("\\{[^}]+}", "{}"),
                        operation.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void operation(String name, JsonNode was, JsonNode is) {
        if (is == null) {
            breaks.add(name + " is gone");
            return;
        }
        if (was.path("security").isEmpty() && !is.path("security").isEmpty()) {
            breaks.add(name + " asks to sign in now");
        }
        parameters(name, was, is);
        body(name + " request", was.path("requestBody"), is.path("requestBody"), Way.SENT);
        if (!was.path("requestBody").path("required").asBoolean() && is.path("requestBody").path("required").asBoolean()) {
            breaks.add(name + " request must be sent now");
        }
        was.path("responses").properties().stream().filter(answer -> answer.getKey().startsWith("2")).forEach(answer -> {
            String status = name + " " + answer.getKey();
            if (is.path("responses").has(answer.getKey())) {
                body(status, answer.getValue(), is.path("responses").path(answer.getKey()), Way.ANSWERED);
            } else {
                breaks.add(status + " is gone");
            }
        });
    }

    private void parameters(String name, JsonNode was, JsonNode is) {
        Map<String, JsonNode> old = parameters(before, was);
        Map<String, JsonNode> all = parameters(now, is);
        old.forEach((key, parameter) -> {
            if (all.containsKey(key)) {
                value(name + " " + key, parameter.path("schema"), all.get(key).path("schema"), Way.SENT);
            } else {
                breaks.add("%s %s is gone".formatted(name, key));
            }
        });
        all.forEach((key, parameter) -> {
            if (parameter.path("required").asBoolean()
                    && !(old.containsKey(key) && old.get(key).path("required").asBoolean())) {
                breaks.add("%s %s must be sent now".formatted(name, key));
            }
        });
    }

    /** But for those of the path, which are the address. */
    private static Map<String, JsonNode> parameters(JsonNode document, JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> resolved(document, parameter))
                .filter(parameter -> !parameter.path("in").asText().equals("path"))
                .collect(Collectors.toMap(parameter -> parameter.path("name").asText(), parameter -> parameter));
    }

    private void body(String name, JsonNode was, JsonNode is, Way way) {
        was.path("content").properties().forEach(content -> {
            if (is.path("content").has(content.getKey())) {
                value(name, content.getValue().path("schema"), is.path("content").path(content.getKey()).path("schema"), way);
            } else {
                breaks.add("%s is no %s any more".formatted(name, content.getKey()));
            }
        });
    }

    private void value(String name, JsonNode was, JsonNode is, Way way) {
        if (was.has("$ref") && !walked.add(way + was.path("$ref").asText() + is.path("$ref").asText())) {
            return;
        }
        JsonNode old = resolved(before, was);
        JsonNode one = resolved(now, is);
        kinds(name, old, one, way);
        list(name, old, one, way);
        if (!old.path("format").equals(one.path("format"))) {
            breaks.add(
                    "%s was %s and is %s".formatted(name, old.path("format").asText("any"), one.path("format").asText("any")));
        }
        if (way == Way.SENT && !(old.has("enum") && one.has(OpenLists.KNOWN))) {
            bounds(name, old, one);
        }
        fields(name, old, one, way);
        for (String inside : List.of("items", "additionalProperties")) {
            if (old.path(inside).isObject()) {
                value(name + "[]", old.path(inside), one.path(inside), way);
            }
        }
        parts(old).forEach(part -> value(name, part, parts(one).findFirst().orElse(MissingNode.getInstance()), way));
    }

    private void kinds(String name, JsonNode old, JsonNode one, Way way) {
        Set<String> from = way == Way.SENT ? texts(old, "type") : texts(one, "type");
        Set<String> to = way == Way.SENT ? texts(one, "type") : texts(old, "type");
        if (!to.isEmpty() && !to.containsAll(from) || from.isEmpty() != to.isEmpty()) {
            breaks.add("%s was %s and is %s".formatted(name, texts(old, "type"), texts(one, "type")));
        }
    }

    private void list(String name, JsonNode old, JsonNode one, Way way) {
        Set<String> were = texts(old, "enum");
        Set<String> are = texts(one, "enum");
        if (way == Way.SENT) {
            texts(old, OpenLists.KNOWN).stream().filter(value -> !are.isEmpty() && !are.contains(value))
                    .forEach(value -> breaks.add("%s may not be %s any more".formatted(name, value)));
            were.stream().filter(value -> !are.isEmpty() && !are.contains(value))
                    .forEach(value -> breaks.add("%s may not be %s any more".formatted(name, value)));
        } else if (!were.isEmpty() && !one.has(OpenLists.KNOWN)) {
            if (are.isEmpty()) {
                breaks.add(name + " may be anything now");
            }
            are.stream().filter(value -> !were.contains(value))
                    .forEach(value -> breaks.add("%s has a new value: %s".formatted(name, value)));
        }
    }

    /** Of what is sent none may become narrower. */
    private void bounds(String name, JsonNode old, JsonNode one) {
        UPPER.stream()
                .filter(bound -> one.has(bound) && (!old.has(bound) || one.path(bound).asDouble() < old.path(bound).asDouble()))
                .forEach(bound -> breaks.add("%s has a narrower %s".formatted(name, bound)));
        LOWER.stream()
                .filter(bound -> one.has(bound) && (!old.has(bound) || one.path(bound).asDouble() > old.path(bound).asDouble()))
                .forEach(bound -> breaks.add("%s has a narrower %s".formatted(name, bound)));
        Stream.of("pattern", "multipleOf").filter(rule -> one.has(rule) && !one.path(rule).equals(old.path(rule)))
                .forEach(rule -> breaks.add("%s has another %s".formatted(name, rule)));
    }

    private void fields(String name, JsonNode old, JsonNode one, Way way) {
        old.path("properties").properties().forEach(field -> {
            String inside = name + "." + field.getKey();
            if (one.path("properties").has(field.getKey())) {
                value(inside, field.getValue(), one.path("properties").path(field.getKey()), way);
            } else {
                breaks.add(inside + " is gone");
            }
        });
        Set<String> more = new TreeSet<>(texts(way == Way.SENT ? one : old, "required"));
        more.removeAll(texts(way == Way.SENT ? old : one, "required"));
        more.forEach(field -> breaks.add(name + "." + field + (way == Way.SENT ? " must be sent now" : " may be missing now")));
    }

    private static Stream<JsonNode> parts(JsonNode schema) {
        return Stream.of("anyOf", "oneOf").flatMap(how -> StreamSupport.stream(schema.path(how).spliterator(), false));
    }

    /** Behind references; of parts that all hold, what they say together. */
    private static JsonNode resolved(JsonNode document, JsonNode node) {
        if (node.has("$ref")) {
            return resolved(document, document.at(node.path("$ref").asText().substring(1)));
        }
        if (!node.has("allOf")) {
            return node;
        }
        ObjectNode together = node.deepCopy();
        together.remove("allOf");
        node.path("allOf").forEach(part -> resolved(document, part).properties()
                .forEach(said -> together.set(said.getKey(), both(together.get(said.getKey()), said.getValue()))));
        return together;
    }

    private static JsonNode both(JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode object && other.isObject()) {
            return ((ObjectNode) object.deepCopy()).setAll((ObjectNode) other);
        }
        return one instanceof ArrayNode array && other.isArray() ? array.deepCopy().addAll((ArrayNode) other) : other;
    }

    private static Set<String> texts(JsonNode schema, String list) {
        JsonNode said = schema.path(list);
        return said.isTextual()
                ? Set.of(said.asText())
                : StreamSupport.stream(said.spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }
}
