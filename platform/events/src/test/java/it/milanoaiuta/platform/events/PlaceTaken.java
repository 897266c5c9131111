package it.milanoaiuta.platform.events;

import java.util.UUID;

@Published(topic = "test.places")
public record PlaceTaken(UUID placeId, String note) implements Event {

    @Override
    public UUID aggregateId() {
        return placeId;
    }
}
