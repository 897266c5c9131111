package it.milanoaiuta.donations.need;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** It was not renewed in time and left the public lists. */
@Published(topic = "donations.needs")
public record NeedExpired(UUID needId) implements Event {

    @Override
    public UUID aggregateId() {
        return needId;
    }
}
