package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import it.milanoaiuta.foodhub.item.DateKind;

/** Picks goods of a hub: free, good on the day, first to expire first. */
@ApplicationScoped
public class Stock {

    /**
     * Only goods on the hub's own account can be picked: what is in quarantine, in transit or in another hub lies on other
     * accounts. Locked in the ledger's order; what was just taken by whom we waited for is seen (read committed re-reads a
     * locked row).
     */
    private static final String LOCK_GOODS = """
            select b.lot_id, b.item_id, b.quantity - b.reserved as free, l.date_kind, l.last_day, l.received_at,
              i.margin_days, coalesce(w.days, 0) as window_days, c.passed
            from balance b
            join lot l on l.id = b.lot_id
            join item i on i.id = b.item_id
            left join lateral (
              select days from best_before_window
              where item_id = b.item_id and from_day <= :handOver order by from_day desc limit 1
            ) w on true
            left join lateral (
              select passed from lot_check
              where lot_id = b.lot_id and hub_id = b.owner order by checked_at desc limit 1
            ) c on true
            where b.kind = 'HUB' and b.owner = :hub and b.item_id = any(:items) and b.quantity > 0
            order by b.lot_id
            for update of b""";

    @Inject
    Session session;

    /**
     * Locks all goods of these items in the hub and keeps those that may reach people on the day. Open one shelf a
     * transaction, for all items needed: two would be two orders of locks.
     *
     * @param handOver the day, in Europe/Rome, the goods are planned to reach people
     */
    @Transactional(TxType.MANDATORY)
    public Shelf shelf(UUID hubId, Collection<UUID> itemIds, LocalDate handOver) {
        List<Shelf.Free> free = new ArrayList<>();
        for (Tuple row : session.createNativeQuery(LOCK_GOODS, Tuple.class).setParameter("hub", hubId)
                .setParameter("items", itemIds.toArray(UUID[]::new)).setParameter("handOver", handOver).getResultList()) {
            Expiry expiry = new Expiry(DateKind.valueOf(row.get("date_kind", String.class)),
                    row.get("last_day", LocalDate.class), row.get("margin_days", Integer.class),
                    row.get("window_days", Integer.class), row.get("passed", Boolean.class));
            if (expiry.mayReachPeopleOn(handOver)) {
                free.add(new Shelf.Free(row.get("lot_id", UUID.class), row.get("item_id", UUID.class), expiry.lastDay(),
                        row.get("received_at", Instant.class), row.get("free", BigDecimal.class)));
            }
        }
        return new Shelf(free);
    }

    /** Picks once; see {@link #shelf} for many parcels at once. */
    @Transactional(TxType.MANDATORY)
    public Picked pick(UUID hubId, List<Wanted> wanted, LocalDate handOver) {
        return shelf(hubId, wanted.stream().map(Wanted::itemId).toList(), handOver).take(wanted);
    }
}
