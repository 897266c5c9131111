package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import it.milanoaiuta.foodhub.inbound.receipt.NeedDeliveries;
import it.milanoaiuta.foodhub.stock.Reservation;
import it.milanoaiuta.foodhub.stock.Reservations;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.web.CityTime;

/** Plans the deliveries of goods received for a need; whoever calls holds the need's lock. */
@ApplicationScoped
class PlanningForNeeds implements NeedDeliveries {

    @Inject
    Deliveries deliveries;

    @Inject
    Reservations reservations;

    @Inject
    DeliveryEvents events;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Planned for tomorrow and nobody yet: the hub's manager sets the day and who brings it. */
    @Override
    @Transactional(TxType.MANDATORY)
    public UUID plan(UUID hubId, UUID needId, List<Line> lines) {
        Delivery delivery = deliveries.plannedForNeed(hubId, needId).orElseGet(() -> newDelivery(hubId, needId));
        delivery.joinedBy(clock.instant());
        reservations.setAside(lines.stream().map(line -> new Reservation(hubId, line.lotId(), line.quantity(),
                Reservation.Holder.DELIVERY, delivery.id(), needId, line.needLineId(), line.donationLineId())).toList());
        outbox.append(events.planned(delivery));
        return delivery.id();
    }

    private Delivery newDelivery(UUID hubId, UUID needId) {
        Delivery delivery = Delivery.toNeed(hubId, needId, tomorrow(), clock.instant());
        deliveries.persist(delivery);
        return delivery;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void cancel(UUID deliveryId) {
        Delivery delivery = deliveries.locked(deliveryId);
        if (delivery.state() == DeliveryState.PLANNED) {
            reservations.end(deliveryId, Reservation.End.RELEASED);
            delivery.cancel();
            outbox.append(events.cancelled(delivery));
        }
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void giveUp(UUID deliveryId, Collection<UUID> lotIds, Collection<UUID> donationLineIds) {
        Delivery delivery = deliveries.locked(deliveryId);
        if (delivery.state() == DeliveryState.PLANNED) {
            reservations.end(deliveryId, lotIds, donationLineIds, Reservation.End.RELEASED);
            if (reservations.of(deliveryId).isEmpty()) {
                delivery.cancel();
                outbox.append(events.cancelled(delivery));
            } else {
                outbox.append(events.planned(delivery));
            }
        }
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public LocalDate dayOf(UUID hubId, UUID needId) {
        return deliveries.plannedForNeed(hubId, needId).map(delivery -> delivery.plannedFor()).orElseGet(this::tomorrow);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Map<UUID, BigDecimal> filled(Collection<UUID> needLineIds) {
        Map<UUID, BigDecimal> filled = new HashMap<>(reservations.forNeedLines(needLineIds));
        deliveries.broughtTo(needLineIds).forEach((line, brought) -> filled.merge(line, brought, BigDecimal::add));
        return filled;
    }

    private LocalDate tomorrow() {
        return CityTime.today(clock).plusDays(1);
    }
}
