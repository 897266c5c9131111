package it.milanoaiuta.donations.need;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** Everybody sees it: for the first time, or again after it had expired or a receipt was undone. */
@Published(topic = "donations.needs")
public record NeedPublished(@JsonUnwrapped NeedFacts facts) implements Event {

    @Override
    public UUID aggregateId() {
        return facts.needId();
    }
}
