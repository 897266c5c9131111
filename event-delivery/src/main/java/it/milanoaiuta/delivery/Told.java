package it.milanoaiuta.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * An event of this service as it stands in the outbox or in the log.
 *
 * @param id orders the events of one aggregate as their numbers do
 * @param seq gap-free number within the aggregate
 * @param traceParent may be null
 */
record Told(long id, UUID eventId, String topic, UUID aggregateId, long seq, String type, String dataschema,
        Instant occurredAt, String traceParent, String payload) {}
