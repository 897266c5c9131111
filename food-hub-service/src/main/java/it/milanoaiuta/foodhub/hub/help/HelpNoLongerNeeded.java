package it.milanoaiuta.foodhub.hub.help;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** A hub takes its request for volunteers back. */
@Published(topic = "food-hub.help-requests")
public record HelpNoLongerNeeded(UUID helpRequestId, UUID hubId) implements Event {

    @Override
    public UUID aggregateId() {
        return helpRequestId;
    }
}
