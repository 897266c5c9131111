package it.milanoaiuta.platform.events.inbox;

import java.time.Instant;
import java.util.UUID;

import it.milanoaiuta.platform.events.stream.StreamKey;

/**
 * A well-formed event of another service.
 *
 * @param traceParent may be null
 * @param payload a JSON object
 */
public record HeardEvent(StreamKey stream, long seq, UUID eventId, String type, Instant occurredAt, String traceParent,
        String payload) {}
