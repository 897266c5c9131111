package it.milanoaiuta.donations.catalogue;

import java.util.UUID;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Published;

/** Nobody may ask for this item or give it any more; what is under way goes on. */
@Published(topic = "donations.catalogue")
public record ItemArchived(UUID itemId) implements Event {

    @Override
    public UUID aggregateId() {
        return itemId;
    }
}
