package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** A person does not manage a hub any more, from now. */
@Published(topic = "food-hub.hubs")
public record ManagerRemoved(UUID hubId, UUID subject) implements Event {

    @Override
    public UUID aggregateId() {
        return hubId;
    }
}
