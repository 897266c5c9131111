package it.milanoaiuta.volunteers.verification;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** The city trusts it: it may publish. */
@Published(topic = "volunteers.organisations")
public record OrganisationVerified(UUID organisationId) implements Event {

    @Override
    public UUID aggregateId() {
        return organisationId;
    }
}
