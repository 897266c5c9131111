package it.milanoaiuta.donations.donation;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** Hub, window or lines of a scheduled donation changed; the whole is told again. */
@Published(topic = "donations.donations")
public record DonationRescheduled(@JsonUnwrapped DonationFacts facts) implements Event {

    @Override
    public UUID aggregateId() {
        return facts.donationId();
    }
}
