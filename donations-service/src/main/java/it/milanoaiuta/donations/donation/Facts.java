package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

/** What was heard of donated goods: received at hubs, delivered to recipients. */
@ApplicationScoped
public class Facts {

    @Inject
    Session database;

    /** Of one donation line, in all. */
    record Totals(BigDecimal accepted, BigDecimal rejected, BigDecimal missing, BigDecimal delivered) {

        static final Totals NONE = new Totals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Goods that reached a need line though no donation line had promised them to it. */
    record Direct(UUID deliveryId, UUID needLineId, UUID donationLineId, BigDecimal delivered, BigDecimal received) {}

    /** By donation line. What was delivered counts when it was to the line's own need line. */
    Map<UUID, Totals> of(Set<UUID> donations) {
        if (donations.isEmpty()) {
            return Map.of();
        }
        return rows("""
                select l.id as id, coalesce(a.accepted, 0) as accepted, coalesce(a.rejected, 0) as rejected,
                       coalesce(a.missing, 0) as missing, coalesce(d.delivered, 0) as delivered
                from donation_line l
                left join lateral (select sum(accepted) as accepted, sum(rejected) as rejected, sum(missing) as missing
                                   from arrival_line where donation_id = l.donation_id and donation_line_id = l.id) a on true
                left join lateral (select sum(delivered) as delivered
                                   from delivery_line where donation_line_id = l.id and need_line_id = l.need_line_id) d on true
                where l.donation_id in (:ids)
                """, donations).stream().collect(Collectors.toMap(row -> row.get("id", UUID.class),
                row -> new Totals(row.get("accepted", BigDecimal.class), row.get("rejected", BigDecimal.class),
                        row.get("missing", BigDecimal.class), row.get("delivered", BigDecimal.class))));
    }

    /** Those of the donations that hubs have received and wait for no more of. */
    Set<UUID> closed(Set<UUID> donations) {
        return donations.isEmpty()
                ? Set.of()
                : Set.copyOf(database.createNativeQuery("""
                        select donation_id from arrival_line where donation_id in (:ids)
                        group by donation_id having bool_and(closed)
                        """, UUID.class).setParameter("ids", donations).getResultList());
    }

    List<Direct> direct(Set<UUID> needLines) {
        if (needLines.isEmpty()) {
            return List.of();
        }
        return rows("""
                select delivery_id, need_line_id, donation_line_id, delivered, received from delivery_line d
                where need_line_id in (:ids) and not exists
                  (select from donation_line l where l.id = d.donation_line_id and l.need_line_id = d.need_line_id)
                order by delivery_id, donation_line_id
                """, needLines).stream()
                .map(row -> new Direct(row.get("delivery_id", UUID.class), row.get("need_line_id", UUID.class),
                        row.get("donation_line_id", UUID.class), row.get("delivered", BigDecimal.class),
                        row.get("received", BigDecimal.class)))
                .toList();
    }

    void write(Direct goods, BigDecimal received) {
        database.createNativeQuery("""
                update delivery_line set received = :received
                where delivery_id = :delivery and need_line_id = :needLine
                  and donation_line_id is not distinct from cast(:donationLine as uuid)
                """).setParameter("received", received).setParameter("delivery", goods.deliveryId())
                .setParameter("needLine", goods.needLineId())
                .setParameter("donationLine", goods.donationLineId(), UUID.class).executeUpdate();
    }

    /** The arrival's totals after its latest receipt. */
    void keep(ReceiptsHeard.Told told, ReceiptsHeard.Told.Line line) {
        database.createNativeQuery("""
                insert into arrival_line
                  (arrival_id, donation_line_id, donation_id, closed, accepted, rejected, missing)
                values (:arrival, :line, :donation, :closed, :accepted, :rejected, :missing)
                on conflict (arrival_id, donation_line_id) do update
                set closed = excluded.closed, accepted = excluded.accepted, rejected = excluded.rejected,
                    missing = excluded.missing
                """).setParameter("arrival", told.arrivalId()).setParameter("line", line.donationLineId())
                .setParameter("donation", told.donationId()).setParameter("closed", told.closed())
                .setParameter("accepted", line.accepted()).setParameter("rejected", line.rejected())
                .setParameter("missing", line.missing()).executeUpdate();
    }

    /** What the delivery handed over for needs; lots of one donation line are one row. */
    void keep(UUID delivery, List<DeliveriesHeard.Told.Line> lines) {
        record Goods(UUID needLine, UUID donationLine) {}
        lines.stream().collect(Collectors.groupingBy(line -> new Goods(line.needLineId(), line.donationLineId()),
                Collectors.reducing(BigDecimal.ZERO, DeliveriesHeard.Told.Line::delivered, BigDecimal::add)))
                .forEach((goods, delivered) -> database.createNativeQuery("""
                        insert into delivery_line (delivery_id, need_line_id, donation_line_id, delivered)
                        values (:delivery, :needLine, :donationLine, :delivered)
                        on conflict (delivery_id, need_line_id, donation_line_id) do update set delivered = excluded.delivered
                        """).setParameter("delivery", delivery).setParameter("needLine", goods.needLine())
                        .setParameter("donationLine", goods.donationLine(), UUID.class).setParameter("delivered", delivered)
                        .executeUpdate());
    }

    /** The donations whose goods the delivery brought to the need lines they were promised to. */
    Set<UUID> donationsOf(UUID delivery) {
        return Set.copyOf(database.createNativeQuery("""
                select distinct l.donation_id from delivery_line d
                join donation_line l on l.id = d.donation_line_id and l.need_line_id = d.need_line_id
                where d.delivery_id = :delivery
                """, UUID.class).setParameter("delivery", delivery).getResultList());
    }

    private List<Tuple> rows(String sql, Collection<UUID> ids) {
        return database.createNativeQuery(sql, Tuple.class).setParameter("ids", ids).getResultList();
    }
}
