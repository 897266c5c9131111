package it.milanoaiuta.donations.catalogue;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** Something the others know of an item changed; the whole is told again. */
@Published(topic = "donations.catalogue")
public record ItemChanged(@JsonUnwrapped ItemFacts facts) implements Event {

    @Override
    public UUID aggregateId() {
        return facts.itemId();
    }
}
