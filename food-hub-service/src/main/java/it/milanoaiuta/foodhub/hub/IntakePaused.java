package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** A hub takes no new donations for now; those that are scheduled still come. */
@Published(topic = "food-hub.hubs")
public record IntakePaused(UUID hubId) implements Event {

    @Override
    public UUID aggregateId() {
        return hubId;
    }
}
