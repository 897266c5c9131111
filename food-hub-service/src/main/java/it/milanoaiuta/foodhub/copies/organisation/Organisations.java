package it.milanoaiuta.foodhub.copies.organisation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.events.Freshness;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.NotFound;

/** Organisations and who belongs to them, as far as we have heard. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    static final String TOPIC = "volunteers.organisations";

    @Inject
    Caller caller;

    @Inject
    Freshness freshness;

    private boolean isMember(UUID organisationId, UUID subject) {
        return count("from Organisation o join o.members m where o.id = ?1 and key(m) = ?2", organisationId, subject) > 0;
    }

    /**
     * Whether the person belongs to it and it refers households now: not while it is suspended, when the city does it in its
     * place (domain, Organisation).
     */
    public boolean refersBy(UUID organisationId, UUID subject) {
        return count("from Organisation o join o.members m where o.id = ?1 and key(m) = ?2 and o.state = ?3", organisationId,
                subject, Organisation.State.VERIFIED) > 0;
    }

    /**
     * {@link #refersBy} for what must never rest on an old copy. A stranger is told no by any copy, so that she learns nothing
     * from the answer.
     *
     * @throws it.milanoaiuta.platform.events.CopyLags 503 when she is one by a copy that is too old to decide
     */
    public boolean refersByForSure(UUID organisationId, UUID subject) {
        if (!refersBy(organisationId, subject)) {
            return false;
        }
        freshness.mustBeRecent(TOPIC);
        return true;
    }

    /** Organisations by which a person refers households now. */
    public List<UUID> referringBy(UUID subject) {
        return find("select o.id from Organisation o join o.members m where key(m) = ?1 and o.state = ?2", subject,
                Organisation.State.VERIFIED).project(UUID.class).list();
    }

    /** Those of the organisations that are suspended. */
    public Set<UUID> suspendedAmong(Collection<UUID> ids) {
        return new HashSet<>(
                find("select id from Organisation where id in ?1 and state = ?2", ids, Organisation.State.SUSPENDED)
                        .project(UUID.class).list());
    }

    public boolean isVerified(UUID organisationId) {
        return count("id = ?1 and state = ?2", organisationId, Organisation.State.VERIFIED) > 0;
    }

    /**
     * Before a member acts for her organisation.
     *
     * @return the caller's subject
     * @throws NotFound when she does not belong to it
     * @throws it.milanoaiuta.platform.events.CopyLags 503 when our copy of the memberships is too old to decide
     */
    public UUID mustBeMember(UUID organisationId) {
        UUID person = caller.person();
        freshness.mustBeRecent(TOPIC);
        if (!isMember(organisationId, person)) {
            throw new NotFound();
        }
        return person;
    }
}
