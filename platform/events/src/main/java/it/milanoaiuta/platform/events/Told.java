package it.milanoaiuta.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An event of this service as it stands in the outbox or in the log.
 *
 * @param id orders the events of one aggregate as their numbers do
 * @param seq gap-free number within the aggregate
 * @param traceParent may be null
 */
record Told(long id, UUID eventId, String topic, UUID aggregateId, long seq, String type, String dataschema,
        Instant occurredAt, String traceParent, String payload) {

    /** The event as Kafka carries it. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEvent.SPEC_VERSION, CloudEvent.VERSION);
        headers.put(CloudEvent.ID, eventId.toString());
        headers.put(CloudEvent.SOURCE, CloudEvent.sourceOf(topic));
        headers.put(CloudEvent.TYPE, type);
        headers.put(CloudEvent.SUBJECT, aggregateId.toString());
        headers.put(CloudEvent.TIME, occurredAt.toString());
        headers.put(CloudEvent.DATA_SCHEMA, dataschema);
        headers.put(CloudEvent.PARTITION_KEY, aggregateId.toString());
        headers.put(CloudEvent.AGGREGATE_TYPE, topic);
        headers.put(CloudEvent.SEQUENCE, Long.toString(seq));
        headers.put(CloudEvent.DATA_CLASSIFICATION, CloudEvent.INTERNAL);
        headers.put(CloudEvent.CONTENT_TYPE, CloudEvent.JSON);
        if (traceParent != null) {
            headers.put(CloudEvent.TRACE_PARENT, traceParent);
            headers.put(CloudEvent.PLAIN_TRACE_PARENT, traceParent);
        }
        return headers;
    }

    /** The event fetched from its producer instead of from Kafka: partition -1, and its id there as offset. */
    Arrival arrival() {
        Map<String, byte[]> headers = new HashMap<>();
        headers().forEach((name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Arrival(topic, -1, id, aggregateId.toString().getBytes(StandardCharsets.UTF_8), headers,
                payload.getBytes(StandardCharsets.UTF_8));
    }
}
