package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.outbound.parcel.Parcel;
import it.milanoaiuta.foodhub.outbound.parcel.Parcels;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;
import it.milanoaiuta.foodhub.stock.Reservation;
import it.milanoaiuta.foodhub.stock.Reservations;

/**
 * What a delivery carries: once loaded its own lines; before, what is set aside for it or packed in its parcels. First to
 * expire first within a need line or a parcel.
 */
@ApplicationScoped
class Loads {

    @Inject
    Reservations reservations;

    @Inject
    Parcels parcels;

    @Inject
    Lots lots;

    List<DeliveryLine> of(Delivery delivery) {
        if (delivery.state() != DeliveryState.PLANNED) {
            return delivery.lines();
        }
        return delivery.kind() == DeliveryKind.NEED
                ? setAside(reservations.of(delivery.id()))
                : packed(parcels.ofDelivery(delivery.id()));
    }

    List<DeliveryLine> setAside(List<Reservation> held) {
        Map<UUID, Lot> known = lots.byId(held.stream().map(Reservation::lotId).toList());
        return held.stream()
                .sorted(Comparator.comparing(Reservation::needLineId).thenComparing(r -> known.get(r.lotId()), BY_DATE))
                .map(r -> line(known.get(r.lotId()), r.quantity(), null, r.needLineId(), r.donationLineId())).toList();
    }

    /** What is in these parcels now. */
    List<DeliveryLine> packed(List<Parcel> chosen) {
        List<Parcels.Content> contents = parcels.contents(chosen.stream().map(parcel -> parcel.id()).toList());
        Map<UUID, Lot> known = lots.byId(contents.stream().map(Parcels.Content::lotId).toList());
        return contents.stream()
                .sorted(Comparator.comparing(Parcels.Content::parcelId).thenComparing(c -> known.get(c.lotId()), BY_DATE))
                .map(c -> {
                    Lot lot = known.get(c.lotId());
                    return line(lot, c.quantity(), c.parcelId(), null, lot.donationLineId());
                }).toList();
    }

    private static final Comparator<Lot> BY_DATE = Comparator
            .comparing((Lot lot) -> lot.lastDay(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(lot -> lot.id());

    private static DeliveryLine line(Lot lot, BigDecimal quantity, UUID parcelId, UUID needLineId, UUID donationLineId) {
        return new DeliveryLine(lot.id(), lot.itemId(), parcelId, needLineId, donationLineId, quantity, null);
    }
}
