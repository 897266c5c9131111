package it.milanoaiuta.donations.donation;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** It will not come. */
@Published(topic = "donations.donations")
public record DonationCancelled(UUID donationId, Reason reason) implements Event {

    /** Why. */
    public enum Reason {
        BY_DONOR,
        /** The needs it was for have ended, and the donor had said to cancel it then. */
        NOT_NEEDED
    }

    @Override
    public UUID aggregateId() {
        return donationId;
    }
}
