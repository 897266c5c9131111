package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

/** What was heard of donated goods: received at hubs, delivered to recipients. */
@ApplicationScoped
public class DonatedGoods {

    @Inject
    Session database;

    /**
     * Of one donation line, in all.
     *
     * @param accepted at hubs
     * @param rejected at hubs
     * @param missing at the closing of an arrival
     * @param delivered to the recipient of the need line it was promised to
     */
    record Totals(UUID donationLineId, BigDecimal accepted, BigDecimal rejected, BigDecimal missing, BigDecimal delivered) {}

    /**
     * Goods on a delivery.
     *
     * @param needLineId null for a household's parcel
     * @param donationLineId null for goods of the hub's stock that no donation brought
     */
    record Load(UUID needLineId, UUID donationLineId, BigDecimal carried, BigDecimal delivered) {

        private List<UUID> goods() {
            return Arrays.asList(needLineId, donationLineId);
        }

        private Load plus(Load other) {
            return new Load(needLineId, donationLineId, carried.add(other.carried), delivered.add(other.delivered));
        }
    }

    /** By donation line. */
    Map<UUID, Totals> of(Set<UUID> donations) {
        if (donations.isEmpty()) {
            return Map.of();
        }
        return database.createNativeQuery("""
                select l.id as id, coalesce(a.accepted, 0.000) as accepted, coalesce(a.rejected, 0.000) as rejected,
                       coalesce(a.missing, 0.000) as missing, coalesce(d.delivered, 0.000) as delivered
                from donation_line l
                left join lateral (select sum(accepted) as accepted, sum(rejected) as rejected, sum(missing) as missing
                                   from arrival_line where donation_id = l.donation_id and donation_line_id = l.id) a on true
                left join lateral (select sum(delivered) as delivered from delivery_line
                                   where donation_line_id = l.id and need_line_id = l.need_line_id) d on true
                where l.donation_id in (:ids)
                """, Totals.class).setParameter("ids", donations).getResultStream()
                .collect(Collectors.toMap(Totals::donationLineId, Function.identity()));
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

    /** The arrival's totals after its latest receipt. */
    void keep(ReceiptsHeard.ArrivalTotals arrival) {
        arrival.lines().stream().filter(line -> line.donationLineId() != null).forEach(line -> keep(arrival, line));
    }

    private void keep(ReceiptsHeard.ArrivalTotals arrival, ReceiptsHeard.ArrivalTotals.Line line) {
        database.createNativeMutationQuery("""
                insert into arrival_line
                  (arrival_id, donation_line_id, donation_id, closed, accepted, rejected, missing, set_aside)
                values (:arrival, :line, :donation, :closed, :accepted, :rejected, :missing, :setAside)
                on conflict (arrival_id, donation_line_id) do update
                set closed = excluded.closed, accepted = excluded.accepted, rejected = excluded.rejected,
                    missing = excluded.missing, set_aside = excluded.set_aside
                """).setParameter("arrival", arrival.arrivalId()).setParameter("line", line.donationLineId())
                .setParameter("donation", arrival.donationId()).setParameter("closed", arrival.closed())
                .setParameter("accepted", line.accepted()).setParameter("rejected", line.rejected())
                .setParameter("missing", line.missing()).setParameter("setAside", line.setAside()).executeUpdate();
    }

    /** What the delivery carries for needs, instead of what was planned before; lots of one donation line are one row. */
    void keep(UUID delivery, List<Load> loads) {
        Collection<Load> carried = loads.stream().collect(Collectors.toMap(Load::goods, Function.identity(), Load::plus))
                .values();
        carried.forEach(load -> keep(delivery, load));
        database.createNativeMutationQuery("""
                update delivery_line d set carried = delivered
                where delivery_id = :delivery and not exists
                  (select from unnest(cast(:needLines as uuid[]), cast(:donationLines as uuid[])) as load(need_line, donation_line)
                   where load.need_line = d.need_line_id and load.donation_line is not distinct from d.donation_line_id)
                """).setParameter("delivery", delivery)
                .setParameter("needLines", carried.stream().map(Load::needLineId).toArray(UUID[]::new))
                .setParameter("donationLines", carried.stream().map(Load::donationLineId).toArray(UUID[]::new)).executeUpdate();
    }

    private void keep(UUID delivery, Load load) {
        database.createNativeMutationQuery("""
                insert into delivery_line as known (delivery_id, need_line_id, donation_line_id, carried, delivered, planned)
                values (:delivery, :needLine, :donationLine, :carried, :delivered, :carried)
                on conflict (delivery_id, need_line_id, donation_line_id) do update
                set carried = excluded.carried, delivered = excluded.delivered,
                    planned = known.planned + greatest(0, excluded.carried - known.carried)
                """).setParameter("delivery", delivery).setParameter("needLine", load.needLineId)
                .setParameter("donationLine", load.donationLineId, UUID.class).setParameter("carried", load.carried)
                .setParameter("delivered", load.delivered).executeUpdate();
    }

    /** The delivery was cancelled or is back. */
    void end(UUID delivery) {
        database.createNativeMutationQuery("update delivery_line set over = true where delivery_id = :delivery")
                .setParameter("delivery", delivery).executeUpdate();
    }

    /** The need lines the delivery was planned for, now or before. */
    Set<UUID> needLinesOf(UUID delivery) {
        return Set.copyOf(
                database.createNativeQuery("select distinct need_line_id from delivery_line where delivery_id = :delivery",
                        UUID.class).setParameter("delivery", delivery).getResultList());
    }

    /** The donations whose goods the delivery brings, or was to bring, to the need lines they were promised to. */
    Set<UUID> donationsOf(UUID delivery) {
        return Set.copyOf(database.createNativeQuery("""
                select distinct l.donation_id from delivery_line d
                join donation_line l on l.id = d.donation_line_id and l.need_line_id = d.need_line_id
                where d.delivery_id = :delivery
                """, UUID.class).setParameter("delivery", delivery).getResultList());
    }
}
