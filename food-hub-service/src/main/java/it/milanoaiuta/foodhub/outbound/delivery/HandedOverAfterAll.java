package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import it.milanoaiuta.foodhub.outbound.parcel.Parcel;
import it.milanoaiuta.foodhub.outbound.parcel.ParcelState;
import it.milanoaiuta.foodhub.outbound.parcel.Parcels;
import it.milanoaiuta.foodhub.stock.Movement;

/** What a manager may still say of a delivery that it was handed over, though it is booked otherwise. */
@ApplicationScoped
public class HandedOverAfterAll {

    /**
     * One that never left has no lines: what it would have taken was set aside for it, or packed for its household and never
     * handed over.
     */
    private static final String LEFT = """
            with lines as (
              select lot_id, quantity from delivery_line where delivery_id = :delivery
            ), carried as (
              select lot_id, quantity from lines
              union all
              select lot_id, quantity from reservation where holder_id = :delivery and not exists (select from lines)
              union all
              select m.lot_id, m.quantity
              from delivery d
              join parcel p on p.household_id = d.household_id and p.hub_id = d.hub_id and p.state <> 'HANDED_OVER'
              join movement m on m.cause = p.id and m.reason = 'PACKING'
              where d.id = :delivery and not exists (select from lines)
            )
            select carried.lot_id, sum(carried.quantity) - coalesce(max(b.quantity), 0) as quantity
            from carried
            left join balance b on b.lot_id = carried.lot_id and b.kind = 'RECIPIENT' and b.owner = :delivery
            group by carried.lot_id""";

    @Inject
    Session session;

    @Inject
    Deliveries deliveries;

    @Inject
    Parcels parcels;

    /** By lot, what it took or was to take and is not booked as handed over, in the item's base unit; of no other lot anything. */
    public Map<UUID, BigDecimal> left(UUID deliveryId) {
        return session.createNativeQuery(LEFT, Tuple.class).setParameter("delivery", deliveryId).getResultList().stream()
                .collect(Collectors.toMap(row -> row.get("lot_id", UUID.class), row -> row.get("quantity", BigDecimal.class)));
    }

    /**
     * Its parcels that came back whole and hold some of these lots are open now, their goods the hub's.
     *
     * @return what the ledger has to book for it, before the goods go on; whoever calls moves it
     */
    public List<Movement> opening(UUID deliveryId, Collection<UUID> lots, UUID author) {
        List<UUID> holding = deliveries.existing(deliveryId).lines.stream().filter(line -> lots.contains(line.lotId()))
                .map(DeliveryLine::parcelId).filter(Objects::nonNull).distinct().toList();
        List<Parcel> opened = parcels.locked(holding).stream().filter(parcel -> parcel.state == ParcelState.RETURNED).toList();
        opened.forEach(parcel -> parcel.state = ParcelState.UNDELIVERED);
        return parcels.unpacking(opened, author);
    }
}
