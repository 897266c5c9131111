package it.milanoaiuta.foodhub.confirming;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;

/** Confirmations that wait for a manager, and those that were settled. */
@ApplicationScoped
public class ToSettleList implements PanacheRepositoryBase<ToSettle, UUID> {

    /** A confirmation that does not apply any more is never lost. */
    public void add(ToSettle.Kind kind, UUID hubId, OfflineConfirmation confirmation) {
        persist(ToSettle.kept(kind, hubId, confirmation));
    }

    /**
     * One of a hub that is about to be settled: managers who settle the same one wait for each other.
     *
     * @throws NotFound when the hub has none of this id
     */
    ToSettle locked(UUID hubId, UUID id) {
        return find("hubId = ?1 and id = ?2", hubId, id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    /** A page of what waits in a hub, oldest first. */
    public List<ToSettle> waiting(UUID hubId, Cursor from, int rows) {
        return find("hubId = ?1 and choice is null and (recordedAt > ?2 or recordedAt = ?2 and id > ?3)"
                + " order by recordedAt, id", hubId, from.time(0), from.id(1)).page(0, rows).list();
    }
}
