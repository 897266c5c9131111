package it.milanoaiuta.platform.events.inbox;

/** Makes the resequencers; an interface, so that fault tests can put another one in its place. */
public interface Sequencing {

    /**
     * @param last the number applied last, 0 for none
     * @param blocked whether the aggregate waits for an operator
     */
    Sequence sequence(long last, boolean blocked);
}
