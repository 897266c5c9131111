package it.milanoaiuta.donations.need;

import java.util.UUID;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Published;

/** Its owner took it back. */
@Published(topic = "donations.needs")
public record NeedCancelled(UUID needId) implements Event {

    @Override
    public UUID aggregateId() {
        return needId;
    }
}
