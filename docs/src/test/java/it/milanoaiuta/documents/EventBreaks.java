package it.milanoaiuta.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What of the events told now somebody could not read who was written for the released ones: a type, a field or a promise that is gone, a
 * value, null or kind that she does not expect. A new type, a new field, a promise more is none.
 */
final class EventBreaks {

    private final List<String> breaks = new ArrayList<>();

    private EventBreaks() {}

    static List<String> between(List<EventType> released, List<EventType> now) {
        EventBreaks found = new EventBreaks();
        Map<String, EventType> byName = now.stream().collect(Collectors.toMap(EventType::name, Function.identity()));
        for (EventType before : released) {
            EventType after = byName.get(before.name());
            if (after == null) {
                found.breaks.add(before.name() + " is not told any more");
            } else {
                found.value(before.name() + ".x-topic", before.topic(), after.topic());
                found.object(before.name(), before.schema(), after.schema());
            }
        }
        return found.breaks;
    }

    private void object(String where, JsonNode before, JsonNode after) {
        Set<String> promised = texts(before.path("required"));
        Set<String> stillPromised = texts(after.path("required"));
        for (Map.Entry<String, JsonNode> field : before.path("properties").properties()) {
            String name = where + "." + field.getKey();
            JsonNode now = after.path("properties").path(field.getKey());
            if (now.isMissingNode()) {
                breaks.add(name + " is gone");
                continue;
            }
            if (promised.contains(field.getKey()) && !stillPromised.contains(field.getKey())) {
                breaks.add(name + " may be missing now");
            }
            value(name, field.getValue(), now);
        }
    }

    private void value(String name, JsonNode before, JsonNode now) {
        added(name, "kind", types(before), types(now));
        value(name + ".format", before.path("format").asText(), now.path("format").asText());
        if (now.has("enum") && before.has("enum")) {
            added(name, "value", texts(before.path("enum")), texts(now.path("enum")));
        } else if (before.has("enum")) {
            breaks.add(name + " may be anything now");
        }
        object(name, before, now);
        if (before.has("items")) {
            value(name + "[]", before.path("items"), now.path("items"));
        }
    }

    private void value(String name, String before, String now) {
        if (!before.equals(now)) {
            breaks.add("%s was %s and is %s".formatted(name, before, now));
        }
    }

    private void added(String name, String what, Set<String> before, Set<String> now) {
        Set<String> unexpected = new HashSet<>(now);
        unexpected.removeAll(before);
        unexpected.forEach(one -> breaks.add("%s has a new %s: %s".formatted(name, what, one)));
    }

    private static Set<String> types(JsonNode schema) {
        return schema.path("type").isArray() ? texts(schema.path("type")) : Set.of(schema.path("type").asText());
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }
}
