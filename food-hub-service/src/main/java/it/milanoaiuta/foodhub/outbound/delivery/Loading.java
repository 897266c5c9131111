package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.outbound.parcel.Parcels;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.foodhub.stock.Reservation;
import it.milanoaiuta.foodhub.stock.Reservations;
import it.milanoaiuta.foodhub.stock.Stock;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.web.CityTime;

/** The goods of a delivery leave the hub: loose ones go on its account, packed ones stay in their parcels. */
@ApplicationScoped
class Loading {

    @Inject
    Deliveries deliveries;

    @Inject
    Loads loads;

    @Inject
    Stock stock;

    @Inject
    Reservations reservations;

    @Inject
    Parcels parcels;

    @Inject
    Ledger ledger;

    @Inject
    DeliveryEvents events;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * @throws DeliveryNotInState when it is not PLANNED
     * @throws DeliveryStopped when it is for a suspended organisation
     * @throws DeliveryOutdated when some of it may not reach people any more
     */
    void load(Delivery delivery, UUID author) {
        delivery.mustBe(DeliveryState.PLANNED);
        if (!deliveries.stoppedAmong(List.of(delivery)).isEmpty()) {
            throw new DeliveryStopped();
        }
        List<DeliveryLine> goods = loads.of(delivery);
        mustBeGoodOn(delivery.hubId(), goods, latest(delivery.plannedFor(), CityTime.today(clock)));
        Instant at = ledger.move(leave(delivery, goods, author, null));
        loaded(delivery, goods, at);
        outbox.append(events.dispatched(delivery));
    }

    /** @throws DeliveryOutdated naming the lots that may not reach people on the day */
    void mustBeGoodOn(UUID hubId, List<DeliveryLine> goods, LocalDate day) {
        Set<UUID> outdated = stock.outdated(hubId, goods.stream().map(DeliveryLine::lotId).distinct().toList(), day);
        if (!outdated.isEmpty()) {
            throw new DeliveryOutdated(outdated);
        }
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** What the ledger has to book; whoever calls moves it, with what happened next, and then calls {@link #loaded}. */
    List<Movement> leave(Delivery delivery, List<DeliveryLine> goods, UUID author, Instant at) {
        reservations.end(delivery.id(), Reservation.End.USED);
        return goods.stream().filter(line -> line.parcelId() == null)
                .map(line -> new Movement(line.lotId(), line.quantity(), Account.hub(delivery.hubId()),
                        line.carriedOn(delivery),
                        Movement.Reason.LOADING, delivery.id(), author, at))
                .toList();
    }

    void loaded(Delivery delivery, List<DeliveryLine> goods, Instant at) {
        delivery.load(goods, at);
        parcels.ofDelivery(delivery.id()).forEach(parcel -> parcel.load());
    }
}
