package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import it.milanoaiuta.foodhub.copies.item.DateKind;
import it.milanoaiuta.foodhub.copies.item.Unit;
import it.milanoaiuta.platform.web.Cursor;

/** What a hub has, lot by lot: now from the maintained balances, at an instant of the past from the ledger itself. */
@ApplicationScoped
class StockOnHand {

    private static final String NOW = """
            with level as (
              select lot_id, coalesce(sum(quantity) filter (where kind = 'HUB'), 0) as on_hand, sum(reserved) as reserved,
                coalesce(sum(quantity) filter (where kind = 'QUARANTINE'), 0) as quarantined
              from balance
              where kind in ('HUB', 'QUARANTINE') and owner = :hub and quantity > 0
              group by lot_id
            )""";

    private static final String AT = """
            with level as (
              select lot_id, coalesce(sum(quantity) filter (where kind = 'HUB'), 0) as on_hand,
                (select coalesce(sum(r.quantity), 0) from reservation r
                 where r.lot_id = side.lot_id and r.hub_id = :hub and r.created_at <= :at
                   and (r.ended_at is null or r.ended_at > :at)) as reserved,
                coalesce(sum(quantity) filter (where kind = 'QUARANTINE'), 0) as quarantined
              from (
                select m.lot_id, change.kind, change.quantity
                from (select distinct lot_id from balance where kind in ('HUB', 'QUARANTINE') and owner = :hub) here
                join movement m on m.lot_id = here.lot_id and m.occurred_at <= :at
                cross join lateral (values (m.from_kind, m.from_owner, -m.quantity), (m.to_kind, m.to_owner, m.quantity))
                  as change(kind, owner, quantity)
                where change.owner = :hub and change.kind in ('HUB', 'QUARANTINE')
              ) side
              group by lot_id
            )""";

    private static final String LINES = """
            select l.id, i.id as item_id, i.code as item_code, i.unit, l.code, l.date_kind, l.date_precision, l.last_day,
              l.received_at, l.funding_source, level.on_hand, level.reserved, level.quarantined,
              i.margin_days, coalesce(w.days, 0) as window_days, c.passed
            from level
            join lot l on l.id = level.lot_id
            join item i on i.id = l.item_id
            left join lateral (
              select days from best_before_window
              where item_id = i.id and from_day <= :today order by from_day desc limit 1
            ) w on true
            left join lateral (
              select passed from lot_check where lot_id = l.id and hub_id = :hub order by checked_at desc limit 1
            ) c on true
            where (level.on_hand > 0 or level.quarantined > 0)
              and (cast(:item as uuid) is null or i.id = :item)
              and (i.code, coalesce(l.last_day, 'infinity'), l.id) > (:afterCode, cast(:afterDay as date), :afterLot)
            order by i.code, coalesce(l.last_day, 'infinity'), l.id
            limit :size""";

    /** The sort key of a line: item code, last day, lot. */
    record Place(String itemCode, String lastDay, UUID lotId) {

        static Place of(StockLine line) {
            return new Place(line.itemCode(), line.lastDay() == null ? "infinity" : line.lastDay().toString(), line.lotId());
        }

        static Place at(Cursor cursor) {
            return new Place(cursor.values().get(0), cursor.at(1, Place::day), cursor.id(2));
        }

        Cursor cursor() {
            return Cursor.after(itemCode, lastDay, lotId);
        }

        private static String day(String value) {
            return value.endsWith("infinity") ? value : LocalDate.parse(value).toString();
        }
    }

    @Inject
    Session session;

    /**
     * @param itemId of one item only, or null
     * @param at an instant of the past, or null for now
     * @param today the day dates are coloured for
     */
    List<StockLine> page(UUID hubId, UUID itemId, Instant at, LocalDate today, Place after, int size) {
        var query = session.createNativeQuery((at == null ? NOW : AT) + "\n" + LINES, LineRow.class).setParameter("hub", hubId)
                .setParameter("today", today).setParameter("item", itemId, UUID.class)
                .setParameter("afterCode", after.itemCode).setParameter("afterDay", after.lastDay)
                .setParameter("afterLot", after.lotId).setParameter("size", size);
        if (at != null) {
            query.setParameter("at", at);
        }
        return query.getResultList().stream().map(row -> row.line(today)).toList();
    }

    /**
     * As it is read.
     *
     * @param passed the latest check in the hub; null for none
     */
    private record LineRow(UUID id, UUID itemId, String itemCode, String unit, String code, String dateKind,
            String datePrecision,
            LocalDate lastDay, Instant receivedAt, String fundingSource, BigDecimal onHand, BigDecimal reserved,
            BigDecimal quarantined, int marginDays, int windowDays, Boolean passed) {

        private StockLine line(LocalDate today) {
            DateKind kind = DateKind.valueOf(dateKind);
            Expiry expiry = new Expiry(kind, lastDay, marginDays, windowDays, passed);
            return new StockLine(id, itemId, itemCode, Unit.valueOf(unit), code, kind, date(), lastDay, expiry.colourOn(today),
                    expiry.lastHandOver(), passed, onHand, reserved, onHand.subtract(reserved), quarantined,
                    new FundingSource(fundingSource), receivedAt);
        }

        private String date() {
            return datePrecision == null
                    ? null
                    : new PrintedDate(PrintedDate.Precision.valueOf(datePrecision), lastDay).toString();
        }
    }
}
