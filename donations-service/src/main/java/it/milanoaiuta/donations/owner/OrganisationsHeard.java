package it.milanoaiuta.donations.owner;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import it.milanoaiuta.platform.events.Hearing;

/** Keeps the copy of who is a member of which organisation, and whether it is verified. */
@ApplicationScoped
public class OrganisationsHeard implements Hearing {

    static final String TOPIC = "volunteers.organisations";

    record StateTold(UUID organisationId) {}

    record MemberTold(UUID organisationId, UUID subject) {}

    @Inject
    Session database;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void register(Handlers on) {
        on.event("OrganisationVerified.v1", StateTold.class, (told, heard) -> keep(told, "VERIFIED"))
                .event("OrganisationSuspended.v1", StateTold.class, (told, heard) -> keep(told, "SUSPENDED"))
                .event("OrganisationReinstated.v1", StateTold.class, (told, heard) -> keep(told, "VERIFIED"))
                .event("MemberJoined.v1", MemberTold.class, (told, heard) -> joined(told))
                .event("MemberLeft.v1", MemberTold.class, (told, heard) -> left(told));
    }

    private void keep(StateTold told, String state) {
        database.createNativeQuery("""
                insert into organisation (id, state) values (:id, :state) on conflict (id) do update set state = excluded.state
                """).setParameter("id", told.organisationId()).setParameter("state", state).executeUpdate();
    }

    private void joined(MemberTold told) {
        database.createNativeQuery("""
                insert into organisation_member (organisation_id, subject) values (:organisation, :subject) on conflict do nothing
                """).setParameter("organisation", told.organisationId()).setParameter("subject", told.subject())
                .executeUpdate();
    }

    private void left(MemberTold told) {
        database.createNativeQuery("""
                delete from organisation_member where organisation_id = :organisation and subject = :subject
                """).setParameter("organisation", told.organisationId()).setParameter("subject", told.subject())
                .executeUpdate();
    }
}
