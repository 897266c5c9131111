package it.milanoaiuta.foodhub.copies.organisation;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;

/** Keeps our copy of organisations and their members. */
@ApplicationScoped
public class OrganisationsHeard implements Hearing {

    @Inject
    Organisations organisations;

    record Known(UUID organisationId) {}

    record Joined(UUID organisationId, UUID subject, String role) {}

    record Left(UUID organisationId, UUID subject) {}

    @Override
    public String topic() {
        return Organisations.TOPIC;
    }

    @Override
    public void register(Handlers on) {
        on.event("OrganisationVerified.v1", Known.class, (event, heard) -> state(event, Organisation.State.VERIFIED))
                .event("OrganisationSuspended.v1", Known.class, (event, heard) -> state(event, Organisation.State.SUSPENDED))
                .event("OrganisationReinstated.v1", Known.class, (event, heard) -> state(event, Organisation.State.VERIFIED))
                .event("MemberJoined.v1", Joined.class, (event, heard) -> change(event.organisationId,
                        organisation -> organisation.members().put(event.subject, event.role)))
                .event("MemberLeft.v1", Left.class, (event, heard) -> change(event.organisationId,
                        organisation -> organisation.members().remove(event.subject)));
    }

    private void state(Known event, Organisation.State state) {
        change(event.organisationId, organisation -> organisation.is(state));
    }

    private void change(UUID id, Consumer<Organisation> change) {
        Organisation organisation = organisations.findByIdOptional(id).orElseGet(() -> Organisation.heardOf(id));
        change.accept(organisation);
        organisations.persist(organisation);
    }
}
