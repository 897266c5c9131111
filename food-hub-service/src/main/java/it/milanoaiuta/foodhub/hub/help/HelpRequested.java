package it.milanoaiuta.foodhub.hub.help;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** A hub asks for volunteers. */
@Published(topic = "food-hub.help-requests")
public record HelpRequested(UUID helpRequestId, UUID hubId, HelpTask task, Instant start, Instant end, List<RolePlaces> roles)
        implements
            Event {

    @Override
    public UUID aggregateId() {
        return helpRequestId;
    }
}
