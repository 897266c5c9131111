package it.milanoaiuta.volunteers.verification;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** A suspension ended. */
@Published(topic = "volunteers.organisations")
public record OrganisationReinstated(UUID organisationId) implements Event {

    @Override
    public UUID aggregateId() {
        return organisationId;
    }
}
