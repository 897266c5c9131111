package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import it.milanoaiuta.foodhub.copies.item.DateKind;

/** Picks goods of a hub: free, good on the day, first to expire first. */
@ApplicationScoped
public class Stock {

    /** Of a lot l: its date, the rule of its item in force on the day, the latest check in the hub; see {@link Expiry}. */
    private static final String WHAT_DECIDES = """
             l.date_kind, l.last_day, i.margin_days, coalesce(w.days, 0) as window_days, c.passed
            """;

    private static final String WHAT_IT_RESTS_ON = """

            join item i on i.id = l.item_id
            left join lateral (
              select days from best_before_window
              where item_id = l.item_id and from_day <= :handOver order by from_day desc limit 1
            ) w on true
            left join lateral (
              select passed from lot_check
              where lot_id = l.id and hub_id = :hub order by checked_at desc limit 1
            ) c on true
            """;

    /**
     * Only goods on the hub's own account can be picked, and whole pieces: what is in quarantine, in transit or in another hub lies on other
     * accounts. Locked in the ledger's order; what was just taken by whom we waited for is seen (read committed re-reads a
     * locked row).
     */
    private static final String LOCK_GOODS = """
            select b.lot_id, b.item_id, l.received_at,
              cast(case when i.unit = 'PIECE' then trunc(b.quantity - b.reserved) else b.quantity - b.reserved end
                as numeric(14, 3)) as free,
            """ + WHAT_DECIDES + """
            from balance b join lot l on l.id = b.lot_id
            """ + WHAT_IT_RESTS_ON + """
            where b.kind = 'HUB' and b.owner = :hub and b.item_id = any(:items) and b.quantity > 0
            order by b.lot_id
            for update of b""";

    private static final String LOTS = "select l.id as lot_id," + WHAT_DECIDES + "from lot l" + WHAT_IT_RESTS_ON
            + "where l.id = any(:lots)";

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
        return new Shelf(session.createNativeQuery(LOCK_GOODS, GoodsRow.class).setParameter("hub", hubId)
                .setParameter("items", itemIds.toArray(UUID[]::new)).setParameter("handOver", handOver).getResultList().stream()
                .filter(row -> row.expiry().mayReachPeopleOn(handOver))
                .map(row -> new Shelf.Free(row.lotId, row.itemId, row.lastDay, row.receivedAt, row.free)).toList());
    }

    /** @param passed the latest check in the hub; null for none */
    private record GoodsRow(UUID lotId, UUID itemId, Instant receivedAt, BigDecimal free, String dateKind, LocalDate lastDay,
            int marginDays, int windowDays, Boolean passed) {

        private Expiry expiry() {
            return new Expiry(DateKind.valueOf(dateKind), lastDay, marginDays, windowDays, passed);
        }
    }

    /**
     * Those of the lots that may not reach people on the day, wherever their goods lie: set aside, packed or on the shelf.
     *
     * @param hubId whose checks count
     * @param handOver the day, in Europe/Rome, the goods are planned to reach people
     */
    public Set<UUID> outdated(UUID hubId, Collection<UUID> lotIds, LocalDate handOver) {
        return session.createNativeQuery(LOTS, LotRow.class).setParameter("hub", hubId)
                .setParameter("lots", lotIds.toArray(UUID[]::new)).setParameter("handOver", handOver).getResultList().stream()
                .filter(row -> !row.expiry().mayReachPeopleOn(handOver)).map(LotRow::lotId).collect(Collectors.toSet());
    }

    /** @param passed the latest check in the hub; null for none */
    private record LotRow(UUID lotId, String dateKind, LocalDate lastDay, int marginDays, int windowDays, Boolean passed) {

        private Expiry expiry() {
            return new Expiry(DateKind.valueOf(dateKind), lastDay, marginDays, windowDays, passed);
        }
    }

    /** Picks once; see {@link #shelf} for many parcels at once. */
    @Transactional(TxType.MANDATORY)
    public Picked pick(UUID hubId, List<Wanted> wanted, LocalDate handOver) {
        return shelf(hubId, wanted.stream().map(Wanted::itemId).toList(), handOver).take(wanted);
    }
}
