package it.milanoaiuta.volunteers.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.volunteers.membership.Membership;
import it.milanoaiuta.volunteers.organisation.Organisation.Status;

/** All organisations. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    Organisation existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    Map<UUID, Organisation> of(Collection<UUID> ids) {
        return find("id in ?1", ids).stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    /** For a change of it or of its members: one at a time. */
    public Organisation locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /**
     * Whether it may publish and take people now. Held until the transaction ends, so that a suspension cannot come
     * between the question and what depends on it.
     */
    public boolean isVerified(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ).map(Organisation::isVerified).orElse(false);
    }

    /** How many that she owns wait for the city. */
    long pendingOf(UUID subject) {
        return count("""
                from Organisation o where o.status = ?1 and exists
                  (select 1 from Membership m where m.key.organisationId = o.id and m.key.subject = ?2 and m.role = ?3)""",
                Status.PENDING, subject, Membership.Role.OWNER);
    }

    /** Whether everybody may see what it publishes. */
    public boolean isPublic(UUID id) {
        return count("id = ?1 and status = ?2", id, Status.VERIFIED) > 0;
    }

    List<Organisation> verified(Collection<UUID> ids) {
        return list("id in ?1 and status = ?2 order by id", ids, Status.VERIFIED);
    }

    /** Those of one status in the order they registered. */
    List<Organisation> inStatus(Status status, UUID after, int rows) {
        return find("status = ?1 and id > ?2 order by id", status, after).page(0, rows).list();
    }
}
