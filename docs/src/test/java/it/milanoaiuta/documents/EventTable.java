package it.milanoaiuta.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The events of one service for the reader of <code>docs/events.md</code>. */
final class EventTable {

    private EventTable() {}

    static String of(String service, List<EventType> all) {
        StringBuilder table = new StringBuilder("| topic | event | told when | payload |\n| --- | --- | --- | --- |\n");
        String topic = "";
        for (EventType type : all.stream().filter(one -> one.service().equals(service)).toList()) {
            table.append("| ").append(type.topic().equals(topic) ? "" : "`" + type.topic() + "` ").append("| ")
                    .append(type.name().replace(".v1", "")).append(" | ").append(type.description()).append(" | ")
                    .append(fields(type.schema())).append(" |\n");
            topic = type.topic();
        }
        return table.toString();
    }

    private static String fields(JsonNode object) {
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.path("properties").properties()) {
            fields.add(field.getKey() + (mayBeNull(field.getValue()) ? "?" : "") + inside(field.getValue()));
        }
        return String.join(", ", fields);
    }

    private static boolean mayBeNull(JsonNode schema) {
        return StreamSupport.stream(schema.path("type").spliterator(), false).anyMatch(type -> type.asText().equals("null"));
    }

    private static String inside(JsonNode schema) {
        if (schema.has("items")) {
            JsonNode items = schema.path("items");
            return items.has("properties") ? " [" + fields(items) + "]" : "[]" + values(items);
        }
        return values(schema);
    }

    private static String values(JsonNode schema) {
        boolean open = schema.has(OpenLists.KNOWN);
        List<String> values = StreamSupport.stream(schema.path(open ? OpenLists.KNOWN : "enum").spliterator(), false)
                .filter(value -> !value.isNull()).map(value -> "`" + value.asText() + "`").toList();
        return values.isEmpty() ? "" : " (" + String.join(", ", values) + (open ? " …)" : ")");
    }
}
