package it.milanoaiuta.donations.catalogue;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** An item can be asked for and given. */
@Published(topic = "donations.catalogue")
public record ItemListed(@JsonUnwrapped ItemFacts facts) implements Event {

    @Override
    public UUID aggregateId() {
        return facts.itemId();
    }
}
