package it.milanoaiuta.foodhub.organisation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.defaults.Caller;
import it.milanoaiuta.defaults.NotFound;
import it.milanoaiuta.delivery.Freshness;

/** Organisations and who belongs to them, as far as we have heard. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    static final String TOPIC = "volunteers.organisations";

    @Inject
    Caller caller;

    @Inject
    Freshness freshness;

    public boolean isMember(UUID organisationId, UUID subject) {
        return count("from Organisation o join o.members m where o.id = ?1 and key(m) = ?2", organisationId, subject) > 0;
    }

    /**
     * For what must never rest on an old copy. A stranger is told no by any copy, so that she learns nothing from the answer.
     *
     * @throws it.milanoaiuta.delivery.CopyLags 503 when she is one by a copy that is too old to decide
     */
    public boolean isMemberForSure(UUID organisationId, UUID subject) {
        if (!isMember(organisationId, subject)) {
            return false;
        }
        freshness.require(TOPIC);
        return true;
    }

    /** Organisations a person belongs to. */
    public List<UUID> of(UUID subject) {
        return find("select o.id from Organisation o join o.members m where key(m) = ?1", subject).project(UUID.class).list();
    }

    public boolean isVerified(UUID organisationId) {
        return count("id = ?1 and state = ?2", organisationId, Organisation.State.VERIFIED) > 0;
    }

    /**
     * Before a member acts for her organisation.
     *
     * @return the caller's subject
     * @throws NotFound when she does not belong to it
     * @throws it.milanoaiuta.delivery.CopyLags 503 when our copy of the memberships is too old to decide
     */
    public UUID mustBeMember(UUID organisationId) {
        UUID person = caller.person();
        freshness.require(TOPIC);
        if (!isMember(organisationId, person)) {
            throw new NotFound();
        }
        return person;
    }
}
