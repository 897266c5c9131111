package it.milanoaiuta.foodhub.people.household;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Mistyped;
import it.milanoaiuta.platform.web.NotFound;

@ApplicationScoped
public class Households implements PanacheRepositoryBase<Household, UUID> {

    /** @throws NotFound for an unknown id */
    public Household existing(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /**
     * The case of this code, none or one.
     *
     * @throws Mistyped when there is none and the code checks only as codes did formerly
     */
    List<Household> known(CaseCode code) {
        List<Household> known = list("code", code.written());
        if (known.isEmpty() && code.former()) {
            throw new Mistyped("code");
        }
        return known;
    }

    /**
     * One whose contact is about to change: one at a time.
     *
     * @throws NotFound for an unknown id
     */
    Household locked(UUID id) {
        Household household = existing(id);
        getEntityManager().refresh(household, LockModeType.PESSIMISTIC_WRITE);
        return household;
    }

    /** Gives it the next version now: what changed is not in its own row. */
    void changed(Household household) {
        getEntityManager().lock(household, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /**
     * A page of a hub's cases in the order they were filed.
     *
     * @param referrers only the cases of these organisations; null for all
     */
    List<Household> ofHub(UUID hubId, Collection<UUID> referrers, Cursor from, int rows) {
        return (referrers == null
                ? find("hubId = ?1 and id > ?2", Sort.by("id"), hubId, from.id(0))
                : find("hubId = ?1 and id > ?2 and referrerOrganisationId in ?3", Sort.by("id"), hubId, from.id(0), referrers))
                .page(0, rows).list();
    }

    /**
     * The cases among these that this hub serves, locked in the order of their ids until the transaction ends, with all that
     * a recipe asks.
     */
    public List<Household> lockedOfHub(UUID hubId, Collection<UUID> ids) {
        getSession().createNativeQuery("""
                select id from household where hub_id = ?1 and id = any(?2) order by id for update
                """, UUID.class).setParameter(1, hubId).setParameter(2, ids.toArray(UUID[]::new)).getResultList();
        find("from Household h left join fetch h.exclusions where h.hubId = ?1 and h.id in ?2", hubId, ids).list();
        return find("from Household h left join fetch h.bands where h.hubId = ?1 and h.id in ?2", hubId, ids).list();
    }
}
