package it.milanoaiuta.faults;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/**
 * @param poison whether the consumer cannot apply it until it is cured
 * @param note the field that a newer version added; an older one does not know it
 */
@Published(topic = "places.takings")
record PlaceTaken(UUID placeId, UUID takingId, boolean poison, @JsonInclude(JsonInclude.Include.NON_NULL) String note)
        implements
            Event {

    @Override
    public UUID aggregateId() {
        return placeId;
    }
}
