package it.milanoaiuta.foodhub.hub.task;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.due.Messages;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.NotFound;

/** What waits for a manager, and what was looked into. */
@ApplicationScoped
public class Tasks implements PanacheRepositoryBase<Task, UUID> {

    @Inject
    Managers managers;

    @Inject
    Messages messages;

    @Inject
    Clock clock;

    /** Whether something about this waits for the hub's managers. */
    public boolean isAnyOpen(UUID hubId, UUID aboutId) {
        return count("hubId = ?1 and aboutId = ?2 and closedAt is null", hubId, aboutId) > 0;
    }

    /** Opens one, unless one of the kind is open about the same, and tells the hub's managers. */
    public void open(UUID hubId, Task.Kind kind, UUID aboutId, UUID deliveryId) {
        UUID id = Ids.next();
        int opened = getSession().createNativeMutationQuery("""
                insert into task (id, hub_id, kind, about_id, delivery_id, opened_at) values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict do nothing""").setParameter(1, id).setParameter(2, hubId).setParameter(3, kind.name())
                .setParameter(4, aboutId).setParameter(5, deliveryId).setParameter(6, clock.instant()).executeUpdate();
        if (opened == 1) {
            managers.today(hubId).forEach(manager -> messages.decide(id, manager, kind.name()));
        }
    }

    /**
     * One of a hub that is about to be closed.
     *
     * @throws NotFound when the hub has none of this id
     */
    Task locked(UUID hubId, UUID id) {
        return find("hubId = ?1 and id = ?2", hubId, id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional()
                .orElseThrow(NotFound::new);
    }

    /** A page of a hub's open ones, oldest first. */
    List<Task> open(UUID hubId, Cursor from, int rows) {
        return find("hubId = ?1 and closedAt is null and (openedAt > ?2 or openedAt = ?2 and id > ?3) order by openedAt, id",
                hubId, from.time(0), from.id(1)).page(0, rows).list();
    }
}
