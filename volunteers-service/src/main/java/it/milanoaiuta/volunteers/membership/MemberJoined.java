package it.milanoaiuta.volunteers.membership;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** A person acts for the organisation from now on, in this role; told again when her role changes. */
@Published(topic = "volunteers.organisations")
public record MemberJoined(UUID organisationId, UUID subject, Membership.Role role) implements Event {

    public static MemberJoined of(Membership membership) {
        return new MemberJoined(membership.organisationId(), membership.subject(), membership.role());
    }

    @Override
    public UUID aggregateId() {
        return organisationId;
    }
}
