package it.milanoaiuta.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A well-formed event of another service.
 *
 * @param traceParent may be null
 * @param payload a JSON object
 */
record HeardEvent(StreamKey stream, long seq, UUID eventId, String type, Instant occurredAt, String traceParent,
        String payload) {}
