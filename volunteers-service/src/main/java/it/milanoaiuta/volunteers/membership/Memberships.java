package it.milanoaiuta.volunteers.membership;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.volunteers.membership.Membership.Key;
import it.milanoaiuta.volunteers.membership.Membership.Role;

/** Who acts for which organisation; read on each request. */
@ApplicationScoped
public class Memberships implements PanacheRepositoryBase<Membership, Key> {

    public Optional<Membership> findOf(UUID organisation, UUID subject) {
        return findByIdOptional(new Key(organisation, subject));
    }

    /** @throws NotFound for whoever is no member: what is not hers she does not see */
    public Membership existing(UUID organisation, UUID subject) {
        return findOf(organisation, subject).orElseThrow(NotFound::new);
    }

    public boolean includes(UUID organisation, UUID subject) {
        return findOf(organisation, subject).isPresent();
    }

    /**
     * For what the city decides about an organisation.
     *
     * @throws OwnOrganisation when she acts for it herself
     */
    public void mustNotInclude(UUID organisation, UUID subject) {
        if (includes(organisation, subject)) {
            throw new OwnOrganisation();
        }
    }

    /**
     * Until the transaction ends, the organisation's members stay who they are, and its status what it is: its row is held. An
     * organisation that is none has no members to be found then.
     */
    void lock(UUID organisation) {
        getSession().createNativeQuery("select id from organisation where id = :id for no key update", UUID.class)
                .setParameter("id", organisation).getResultList();
    }

    long howManyIn(UUID organisation) {
        return count("key.organisationId", organisation);
    }

    /** An organisation's people. */
    List<Membership> in(UUID organisation, UUID after, int rows) {
        return find("key.organisationId = ?1 and key.subject > ?2 order by key.subject", organisation, after).page(0, rows)
                .list();
    }

    /** A person's organisations. */
    public List<Membership> ofPerson(UUID subject, UUID after, int rows) {
        return find("key.subject = ?1 and key.organisationId > ?2 order by key.organisationId", subject, after)
                .page(0, rows).list();
    }

    long owners(UUID organisation) {
        return count("key.organisationId = ?1 and role = ?2", organisation, Role.OWNER);
    }
}
