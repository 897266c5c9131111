package it.milanoaiuta.donations.catalogue;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** Nobody may ask for this item or give it any more; what is under way goes on. */
@Published(topic = "donations.catalogue")
public record ItemArchived(UUID itemId) implements Event {

    @Override
    public UUID aggregateId() {
        return itemId;
    }
}
