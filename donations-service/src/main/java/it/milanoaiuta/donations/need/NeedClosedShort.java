package it.milanoaiuta.donations.need;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** Its owner ended it with what was received. */
@Published(topic = "donations.needs")
public record NeedClosedShort(UUID needId) implements Event {

    @Override
    public UUID aggregateId() {
        return needId;
    }
}
