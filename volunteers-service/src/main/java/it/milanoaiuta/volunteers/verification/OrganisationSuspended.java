package it.milanoaiuta.volunteers.verification;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** It takes nothing new, at once. */
@Published(topic = "volunteers.organisations")
public record OrganisationSuspended(UUID organisationId) implements Event {

    @Override
    public UUID aggregateId() {
        return organisationId;
    }
}
