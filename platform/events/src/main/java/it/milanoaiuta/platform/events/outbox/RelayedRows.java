package it.milanoaiuta.platform.events.outbox;

import java.util.List;

import it.milanoaiuta.platform.events.stream.ToldEvent;

/** What the relay reads and moves; an interface, so that fault tests can decorate it. */
public interface RelayedRows {

    /**
     * The rows that were told first and are not yet moved; never "after the last one seen", because a transaction that took
     * its ids earlier may commit later (rule 2).
     */
    List<ToldEvent> unmoved();

    /** Moves what Kafka has acknowledged; a row that another relay moved meanwhile is left alone. */
    void move(List<Placed> placed);
}
