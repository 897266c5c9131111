package it.milanoaiuta.platform.events;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * What this service does with one topic of another: one bean a topic, found at start. A topic is consumed whole, so types
 * that are not registered are recorded as ignored.
 * <p>
 * A handler runs in the transaction that records the event as applied, in the aggregate's order and exactly once. It never
 * requires another aggregate to be known (an unknown id becomes a stub filled later). What passes by itself (an outage, a
 * deadlock, a lock or a statement that took too long) is tried again until it succeeds; a lost race for a row, a few times. Any
 * other exception parks that aggregate until an operator retries it, so a handler throws only for a payload that contradicts
 * itself.
 */
public interface Hearing {

    /** The topic, without prefix: <code>volunteers.shifts</code>. */
    String topic();

    /** Registers a handler for each type of event this service acts on. */
    void register(Handlers on);

    /** Collects the handlers of a topic. */
    interface Handlers {

        /**
         * @param type type with version, for example <code>ShiftOpened.v1</code>
         * @param payload our own small record with the fields we use; unknown fields are ignored
         */
        <T> Handlers event(String type, Class<T> payload, BiConsumer<T, Envelope> handler);
    }

    /**
     * The envelope of an event.
     *
     * @param eventId unique per event, the same on every delivery
     * @param aggregateId what it happened to
     * @param sequence gap-free number within the aggregate, from 1
     * @param occurredAt when it happened, by the producer's clock
     */
    record Envelope(UUID eventId, String topic, UUID aggregateId, long sequence, String type, Instant occurredAt) {}
}
