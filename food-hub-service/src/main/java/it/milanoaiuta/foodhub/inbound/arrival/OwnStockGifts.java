package it.milanoaiuta.foodhub.inbound.arrival;

import java.util.UUID;

/** Donations whose donor is a hub: nothing arrives by them. Implemented where gifts are; arrivals do not know them. */
public interface OwnStockGifts {

    /** Scheduled, or scheduled anew: new lines are given, lines that are no longer for a need are taken back. */
    void give(ScheduledDonation donation);

    /**
     * The donation was cancelled or lapsed: what has not left is free again, the rest stays given.
     *
     * @return false when no hub gives this donation of its own stock
     */
    boolean withdraw(UUID donationId, Arrival.State reason);
}
