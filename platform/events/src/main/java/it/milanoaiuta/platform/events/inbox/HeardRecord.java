package it.milanoaiuta.platform.events.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import it.milanoaiuta.platform.events.stream.CloudEvent;
import it.milanoaiuta.platform.events.stream.StreamKey;
import it.milanoaiuta.platform.events.stream.ToldEvent;
import it.milanoaiuta.platform.events.stream.TraceParent;

/**
 * A record as it came from Kafka.
 *
 * @param topic without prefix
 * @param headers the last value of each name
 * @param value null for a tombstone
 */
public record HeardRecord(String topic, int partition, long offset, byte[] key, Map<String, byte[]> headers, byte[] value) {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,99}\\.v[1-9][0-9]{0,3}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** The record is no event. The message quotes nothing of it. */
    static class Malformed extends Exception {
        Malformed(String reason) {
            super(reason, null, false, false);
        }
    }

    /** An event fetched from its producer instead of from Kafka: partition -1, and its id there as offset. */
    public static HeardRecord of(ToldEvent event) {
        Map<String, byte[]> headers = new HashMap<>();
        event.headers().forEach((name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return new HeardRecord(event.topic(), -1, event.id(), event.aggregateId().toString().getBytes(StandardCharsets.UTF_8),
                headers, event.payload().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the envelope and checks it against the topic and the key; the payload only has to be a JSON object. */
    HeardEvent read(ObjectMapper json) throws Malformed {
        require(CloudEvent.VERSION.equals(header(CloudEvent.SPEC_VERSION)), "no CloudEvents 1.0");
        String source = CloudEvent.sourceOf(topic);
        require(source.equals(header(CloudEvent.SOURCE)), "ce_source is not the topic's producer");
        require(!headers.containsKey(CloudEvent.AGGREGATE_TYPE) || topic.equals(header(CloudEvent.AGGREGATE_TYPE)),
                "it belongs to another topic");
        UUID aggregate = uuid(header(CloudEvent.SUBJECT), CloudEvent.SUBJECT);
        require(key != null && aggregate.equals(uuid(text(key, "key"), "key")), "the key is not ce_subject");
        String type = header(CloudEvent.TYPE);
        require(TYPE.matcher(type).matches(), "ce_type is no type");
        String sequence = header(CloudEvent.SEQUENCE);
        require(NUMBER.matcher(sequence).matches(), "ce_sequence is no number");
        return new HeardEvent(new StreamKey(source, topic, aggregate), Long.parseLong(sequence),
                uuid(header(CloudEvent.ID), CloudEvent.ID), type, time(), traceParent(), payload(json));
    }

    private String payload(ObjectMapper json) throws Malformed {
        require(header(CloudEvent.CONTENT_TYPE).startsWith(CloudEvent.JSON), "the content is no JSON");
        require(value != null, "the value is null");
        require(value.length <= CloudEvent.MAX_BYTES, "the value is over 256 KB");
        String text = text(value, "value");
        try {
            JsonNode tree = json.readTree(text);
            require(tree != null && tree.isObject(), "the value is no JSON object");
        } catch (JsonProcessingException e) {
            throw new Malformed("the value is no well-formed JSON");
        }
        return text;
    }

    private Instant time() throws Malformed {
        try {
            return OffsetDateTime.parse(header(CloudEvent.TIME)).toInstant();
        } catch (DateTimeParseException e) {
            throw new Malformed("ce_time is no time");
        }
    }

    /** Not worth a quarantine: a broken one ends the trace, no more. */
    private String traceParent() {
        byte[] header = headers.get(CloudEvent.TRACE_PARENT);
        return header == null
                ? null
                : Optional.of(new String(header, StandardCharsets.US_ASCII)).filter(TraceParent::isWellFormed).orElse(null);
    }

    private String header(String name) throws Malformed {
        byte[] value = headers.get(name);
        require(value != null, name + " is missing");
        return text(value, name);
    }

    private static UUID uuid(String text, String what) throws Malformed {
        require(UUID_TEXT.matcher(text).matches(), what + " is no UUID");
        return UUID.fromString(text);
    }

    private static String text(byte[] bytes, String what) throws Malformed {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(what + " is no UTF-8");
        }
    }

    private static void require(boolean holds, String reason) throws Malformed {
        if (!holds) {
            throw new Malformed(reason);
        }
    }
}
