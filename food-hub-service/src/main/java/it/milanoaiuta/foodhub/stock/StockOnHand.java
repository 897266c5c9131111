package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;

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
              l.received_at, l.storage_class, l.funding_source, level.on_hand, level.reserved, level.quarantined,
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
        var query = session.createNativeQuery((at == null ? NOW : AT) + "\n" + LINES, Tuple.class).setParameter("hub", hubId)
                .setParameter("today", today).setParameter("item", itemId, UUID.class)
                .setParameter("afterCode", after.itemCode).setParameter("afterDay", after.lastDay)
                .setParameter("afterLot", after.lotId).setParameter("size", size);
        if (at != null) {
            query.setParameter("at", at);
        }
        return query.getResultList().stream().map(row -> line(row, today)).toList();
    }

    private static StockLine line(Tuple row, LocalDate today) {
        DateKind kind = DateKind.valueOf(row.get("date_kind", String.class));
        Expiry expiry = new Expiry(kind, row.get("last_day", LocalDate.class), row.get("margin_days", Integer.class),
                row.get("window_days", Integer.class), row.get("passed", Boolean.class));
        BigDecimal onHand = row.get("on_hand", BigDecimal.class);
        BigDecimal reserved = row.get("reserved", BigDecimal.class);
        return new StockLine(row.get("id", UUID.class), row.get("item_id", UUID.class), row.get("item_code", String.class),
                Unit.valueOf(row.get("unit", String.class)), row.get("code", String.class), kind, date(row, expiry.lastDay()),
                expiry.lastDay(), expiry.colourOn(today), expiry.lastHandOver(), expiry.check(), onHand, reserved,
                onHand.subtract(reserved), row.get("quarantined", BigDecimal.class),
                FundingSource.valueOf(row.get("funding_source", String.class)), row.get("received_at", Instant.class));
    }

    private static String date(Tuple row, LocalDate lastDay) {
        String precision = row.get("date_precision", String.class);
        return precision == null ? null : new PrintedDate(PrintedDate.Precision.valueOf(precision), lastDay).toString();
    }
}
