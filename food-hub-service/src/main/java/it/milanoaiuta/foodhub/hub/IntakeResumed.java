package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** A hub takes new donations again. */
@Published(topic = "food-hub.hubs")
public record IntakeResumed(UUID hubId) implements Event {

    @Override
    public UUID aggregateId() {
        return hubId;
    }
}
