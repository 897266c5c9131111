package it.milanoaiuta.foodhub.hub;

import java.time.LocalDate;
import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/**
 * A person manages a hub from a day to a day, both included, Europe/Rome; replaces what was told of her and this hub.
 *
 * @param until null for no end
 */
@Published(topic = "food-hub.hubs")
public record ManagerNamed(UUID hubId, UUID subject, LocalDate from, LocalDate until) implements Event {

    @Override
    public UUID aggregateId() {
        return hubId;
    }
}
