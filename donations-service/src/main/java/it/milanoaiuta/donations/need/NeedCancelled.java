package it.milanoaiuta.donations.need;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** Its owner took it back. */
@Published(topic = "donations.needs")
public record NeedCancelled(UUID needId) implements Event {

    @Override
    public UUID aggregateId() {
        return needId;
    }
}
