package it.milanoaiuta.documents;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** All events as one AsyncAPI 3 document: a channel a topic, a message a type, and who sends it. */
final class AsyncApi {

    private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode channels = document.objectNode();
    private final ObjectNode operations = document.objectNode();
    private final ObjectNode messages = document.objectNode();

    private AsyncApi() {}

    static ObjectNode of(List<EventType> types) {
        AsyncApi api = new AsyncApi();
        types.forEach(api::add);
        return api.whole();
    }

    private ObjectNode whole() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info").put("title", "Milano Aiuta: events").put("version", "1").put("description",
                "CloudEvents 1.0 in Kafka's binary mode. Topic = aggregate type, key = aggregate id; a consumer of a topic takes all "
                        + "of it. Events of one key are numbered without a gap (ce_sequence) and applied in that order, each once.");
        document.put("defaultContentType", "application/json");
        document.set("channels", channels);
        document.set("operations", operations);
        ObjectNode components = document.putObject("components");
        components.set("messages", messages);
        components.putObject("messageTraits").set("cloudEvent", cloudEvent());
        return document;
    }

    private void add(EventType type) {
        ObjectNode message = messages.putObject(type.name());
        message.put("name", type.name()).put("title", type.name()).put("summary", type.description());
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        ObjectNode schema = type.schema().deepCopy();
        schema.remove("$schema");
        message.putObject("payload").put("schemaFormat", SCHEMA_FORMAT).set("schema", schema);
        message.putArray("examples").addObject().set("payload", type.example());
        channel(type).withObject("/messages").putObject(type.name()).put("$ref", "#/components/messages/" + type.name());
        operation(type).withArray("/messages").addObject().put("$ref",
                "#/channels/" + type.topic() + "/messages/" + type.name());
    }

    private ObjectNode channel(EventType type) {
        if (channels.get(type.topic()) instanceof ObjectNode known) {
            return known;
        }
        ObjectNode channel = channels.putObject(type.topic());
        channel.put("address", type.topic()).putObject("bindings").putObject("kafka").put("topic", type.topic());
        return channel;
    }

    private ObjectNode operation(EventType type) {
        String name = type.service() + " tells " + type.topic();
        if (operations.get(name) instanceof ObjectNode known) {
            return known;
        }
        ObjectNode operation = operations.putObject(name);
        operation.put("action", "send").putObject("channel").put("$ref", "#/channels/" + type.topic());
        return operation;
    }

    /** The headers that matter to who hears; docs/events.md says the rest. */
    private ObjectNode cloudEvent() {
        ObjectNode trait = document.objectNode();
        ObjectNode headers = trait.putObject("headers").put("type", "object");
        List.of("ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_sequence")
                .forEach(headers.withArray("/required")::add);
        ObjectNode properties = headers.putObject("properties");
        header(properties, "ce_specversion", "1.0");
        header(properties, "ce_id", "unique per event, the same on every delivery");
        header(properties, "ce_source", "the producer: the first part of the topic");
        header(properties, "ce_type", "the name of the message");
        header(properties, "ce_subject", "the aggregate's id, as the key");
        header(properties, "ce_time", "when it happened, RFC 3339 UTC");
        header(properties, "ce_sequence", "gap-free number within the aggregate, from 1");
        header(properties, "ce_aggregatetype", "the topic without a prefix; missing on older events");
        header(properties, "ce_traceparent", "W3C trace context, where there is one");
        trait.putObject("bindings").putObject("kafka").putObject("key").put("type", "string").put("format", "uuid");
        return trait;
    }

    private static void header(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }
}
