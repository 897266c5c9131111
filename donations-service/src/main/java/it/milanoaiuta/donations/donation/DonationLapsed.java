package it.milanoaiuta.donations.donation;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** It did not come in time. */
@Published(topic = "donations.donations")
public record DonationLapsed(UUID donationId) implements Event {

    @Override
    public UUID aggregateId() {
        return donationId;
    }
}
