package it.milanoaiuta.platform.events;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import it.milanoaiuta.platform.data.Database;
import it.milanoaiuta.platform.data.SqlFailure;
import it.milanoaiuta.platform.events.outbox.Relay;
import it.milanoaiuta.platform.events.stream.DeliveryConfig;
import it.milanoaiuta.platform.events.stream.TraceParent;

/**
 * Tells the other services what happened, in the transaction of the change itself: either both are committed or neither.
 * Call it once and last in the method: it flushes, then locks the streams of the aggregates it tells of.
 */
@ApplicationScoped
public class Outbox {

    @Inject
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    Relay relay;

    @Inject
    DeliveryConfig config;

    /** @see #append(Collection) */
    public void append(Event event) {
        append(List.of(event));
    }

    /**
     * Appends the events in the order given for one aggregate; streams are locked sorted by (type, id), so that two
     * callers never wait for each other in a circle.
     *
     * @throws TransactionRequiredException outside a transaction
     * @throws IllegalArgumentException when a payload is over 256 KB, or the event's class names no topic of this service
     */
    public void append(Collection<? extends Event> events) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new TransactionRequiredException("An event is told in the transaction of its change");
        }
        if (events.isEmpty()) {
            return;
        }
        entities.flush();
        try {
            database.update("select outbox_append_all(?, ?, ?, ?, ?)",
                    events.stream().map(event -> published(event).topic()).toArray(String[]::new),
                    events.stream().map(Event::aggregateId).toArray(UUID[]::new),
                    events.stream().map(Outbox::type).toArray(String[]::new),
                    events.stream().map(this::payload).toArray(String[]::new),
                    TraceParent.current());
        } catch (SqlFailure e) {
            if (SqlFailure.names(e, "outbox_payload_size")) {
                throw new IllegalArgumentException("An event's payload is over 256 KB", e);
            }
            throw e;
        }
        transaction.registerInterposedSynchronization(new AfterCommit(relay::wake));
    }

    /**
     * The trace the current request belongs to, for statements that call <code>outbox_append</code> themselves.
     *
     * @return W3C <code>traceparent</code>, or null outside a trace
     */
    public String traceParent() {
        return TraceParent.current();
    }

    private Published published(Event event) {
        Published published = event.getClass().getAnnotation(Published.class);
        if (published == null || !published.topic().startsWith(config.source() + ".")) {
            throw new IllegalArgumentException(event.getClass() + " is not @Published on a topic of " + config.source());
        }
        return published;
    }

    private static String type(Event event) {
        return event.getClass().getSimpleName() + ".v" + event.getClass().getAnnotation(Published.class).version();
    }

    private String payload(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.getClass() + " cannot be written as JSON", e);
        }
    }

    private record AfterCommit(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                action.run();
            }
        }
    }
}
