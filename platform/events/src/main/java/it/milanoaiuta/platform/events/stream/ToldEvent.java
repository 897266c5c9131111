package it.milanoaiuta.platform.events.stream;

import java.time.Instant;
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
public record ToldEvent(long id, UUID eventId, String topic, UUID aggregateId, long seq, String type, String dataschema,
        Instant occurredAt, String traceParent, String payload) {

    /** The event as Kafka carries it. */
    public Map<String, String> headers() {
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
}
