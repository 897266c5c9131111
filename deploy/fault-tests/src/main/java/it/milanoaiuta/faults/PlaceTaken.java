package it.milanoaiuta.faults;

import java.util.UUID;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Published;

/** @param poison whether the consumer cannot apply it until it is cured */
@Published(topic = "places.takings")
record PlaceTaken(UUID placeId, UUID takingId, boolean poison) implements Event {

    @Override
    public UUID aggregateId() {
        return placeId;
    }
}
