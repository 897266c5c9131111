package it.milanoaiuta.donations.donation;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** A hub may expect these goods. */
@Published(topic = "donations.donations")
public record DonationScheduled(@JsonUnwrapped DonationFacts facts) implements Event {

    @Override
    public UUID aggregateId() {
        return facts.donationId();
    }
}
