package it.milanoaiuta.delivery;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the other services what happened, in the transaction of the change itself: either both are committed or neither.
 * Call it once and last in the method: it flushes, then locks the streams of the aggregates it tells of.
 */
@ApplicationScoped
public class Outbox {

    /** @see #append(Collection) */
    public void append(Event event) {
        append(List.of(event));
    }

    /**
     * Appends the events in the order given for one aggregate; streams are locked sorted by (type, id), so that two
     * callers never wait for each other in a circle.
     *
     * @throws jakarta.transaction.TransactionRequiredException outside a transaction
     * @throws IllegalArgumentException when a payload is over 256 KB
     */
    public void append(Collection<? extends Event> events) {
        throw new UnsupportedOperationException();
    }
}
