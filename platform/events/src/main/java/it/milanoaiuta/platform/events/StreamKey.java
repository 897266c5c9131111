package it.milanoaiuta.platform.events;

import java.util.UUID;

/** One aggregate of another service. */
record StreamKey(String source, String aggregateType, UUID aggregateId) {

    @Override
    public String toString() {
        return aggregateType + " " + aggregateId;
    }
}
