package it.milanoaiuta.donations.need;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** Every line received what it asked for. */
@Published(topic = "donations.needs")
public record NeedFulfilled(UUID needId) implements Event {

    @Override
    public UUID aggregateId() {
        return needId;
    }
}
