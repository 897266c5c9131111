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

    record Known(UUID organisationId) {}

    record Member(UUID organisationId, UUID subject) {}

    @Inject
    Session database;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void register(Handlers on) {
        on.event("OrganisationVerified.v1", Known.class, (event, heard) -> keep(event.organisationId(), "VERIFIED"))
                .event("OrganisationSuspended.v1", Known.class, (event, heard) -> keep(event.organisationId(), "SUSPENDED"))
                .event("OrganisationReinstated.v1", Known.class, (event, heard) -> keep(event.organisationId(), "VERIFIED"))
                .event("MemberJoined.v1", Member.class, (event, heard) -> joined(event))
                .event("MemberLeft.v1", Member.class, (event, heard) -> left(event));
    }

    private void keep(UUID organisation, String state) {
        database.createNativeMutationQuery("""
                insert into organisation (id, state) values (:id, :state) on conflict (id) do update set state = excluded.state
                """).setParameter("id", organisation).setParameter("state", state).executeUpdate();
    }

    private void joined(Member member) {
        database.createNativeMutationQuery("""
                insert into organisation_member (organisation_id, subject) values (:organisation, :subject) on conflict do nothing
                """).setParameter("organisation", member.organisationId()).setParameter("subject", member.subject())
                .executeUpdate();
    }

    private void left(Member member) {
        database.createNativeMutationQuery("""
                delete from organisation_member where organisation_id = :organisation and subject = :subject
                """).setParameter("organisation", member.organisationId()).setParameter("subject", member.subject())
                .executeUpdate();
    }
}
