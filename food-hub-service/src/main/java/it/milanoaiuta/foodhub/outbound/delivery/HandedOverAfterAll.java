package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.confirming.Confirmed;
import it.milanoaiuta.foodhub.confirming.ToSettle;
import it.milanoaiuta.foodhub.outbound.parcel.Parcel;
import it.milanoaiuta.foodhub.outbound.parcel.ParcelState;
import it.milanoaiuta.foodhub.outbound.parcel.Parcels;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Holdings;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.foodhub.stock.Reservations;

/** What a manager may still say of a delivery that it was handed over, though it is booked otherwise. */
@ApplicationScoped
class HandedOverAfterAll implements Confirmed {

    @Inject
    Deliveries deliveries;

    @Inject
    Confirmations confirmations;

    @Inject
    Parcels parcels;

    @Inject
    Reservations reservations;

    @Inject
    Holdings holdings;

    @Override
    public ToSettle.Kind kind() {
        return ToSettle.Kind.DELIVERY;
    }

    /** What it took or was to take, less what is booked as handed over. */
    @Override
    public Map<UUID, BigDecimal> lots(UUID deliveryId) {
        Map<UUID, BigDecimal> left = carried(deliveries.existing(deliveryId));
        holdings.on(Account.Kind.RECIPIENT, List.of(deliveryId))
                .forEach(goods -> left.computeIfPresent(goods.lotId(), (lot, quantity) -> quantity.subtract(goods.quantity())));
        return left;
    }

    /**
     * One that never left has no lines: what it would have taken was set aside for it, or packed for its household and never
     * handed over.
     */
    private Map<UUID, BigDecimal> carried(Delivery delivery) {
        Map<UUID, BigDecimal> carried = new HashMap<>();
        delivery.lines().forEach(line -> carried.merge(line.lotId(), line.quantity(), BigDecimal::add));
        if (carried.isEmpty()) {
            reservations.ever(delivery.id()).forEach(held -> carried.merge(held.lotId(), held.quantity(), BigDecimal::add));
            List<UUID> packed = parcels.notHandedOver(delivery.hubId(), delivery.householdId()).stream()
                    .map(parcel -> parcel.id())
                    .toList();
            parcels.packed(packed).forEach(goods -> carried.merge(goods.lotId(), goods.quantity(), BigDecimal::add));
        }
        return carried;
    }

    @Override
    public void settled(UUID confirmationId) {
        confirmations.settled(confirmationId);
    }

    /** Its parcels that came back whole and hold some of these lots are open now, their goods the hub's. */
    @Override
    public List<Movement> opening(UUID deliveryId, Collection<UUID> lots, UUID author) {
        List<UUID> holding = deliveries.existing(deliveryId).lines().stream().filter(line -> lots.contains(line.lotId()))
                .map(DeliveryLine::parcelId).filter(Objects::nonNull).distinct().toList();
        List<Parcel> opened = parcels.locked(holding).stream().filter(parcel -> parcel.state() == ParcelState.RETURNED)
                .toList();
        opened.forEach(parcel -> parcel.open());
        return parcels.unpacking(opened, author);
    }
}
