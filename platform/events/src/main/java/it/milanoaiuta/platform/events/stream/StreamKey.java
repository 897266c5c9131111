package it.milanoaiuta.platform.events.stream;

import java.util.UUID;

/** One aggregate of another service. */
public record StreamKey(String source, String aggregateType, UUID aggregateId) {

    @Override
    public String toString() {
        return aggregateType + " " + aggregateId;
    }
}
