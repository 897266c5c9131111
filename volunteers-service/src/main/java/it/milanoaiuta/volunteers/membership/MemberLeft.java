package it.milanoaiuta.volunteers.membership;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** She acts for the organisation no longer. */
@Published(topic = "volunteers.organisations")
public record MemberLeft(UUID organisationId, UUID subject) implements Event {

    @Override
    public UUID aggregateId() {
        return organisationId;
    }
}
