package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.need.Need;
import it.milanoaiuta.foodhub.copies.need.NeedCopyChanged;
import it.milanoaiuta.foodhub.copies.need.NeedLines;
import it.milanoaiuta.foodhub.inbound.receipt.NeedDeliveries;
import it.milanoaiuta.foodhub.stock.Reservation;
import it.milanoaiuta.foodhub.stock.Reservations;

/**
 * When a need or a line of it ends, it turns out to be a hub's own, or asks for less than is there, goods that were set aside for it
 * and are not loaded yet are free again.
 */
@ApplicationScoped
class FreeingForNeeds {

    @Inject
    NeedLines needLines;

    @Inject
    Reservations reservations;

    @Inject
    NeedDeliveries deliveries;

    void changed(@Observes NeedCopyChanged change) {
        Need need = change.need();
        if (need.isHeardOf()) {
            Map<UUID, BigDecimal> asked = needLines.askedBy(need.id());
            reservations.forNeed(need.id()).stream().filter(goods -> !asked.containsKey(goods.needLineId()))
                    .forEach(this::free);
            if (need.wantsDelivery()) {
                freeTooMuch(need.id(), asked);
            }
        }
        if (!need.wantsDelivery()) {
            reservations.deliveriesFor(need.id()).forEach(deliveries::cancel);
        }
    }

    /** More was set aside than is asked for, before we knew how much that is. */
    private void freeTooMuch(UUID needId, Map<UUID, BigDecimal> asked) {
        Map<UUID, BigDecimal> filled = deliveries.filled(asked.keySet());
        asked.keySet().stream().sorted().forEach(line -> {
            BigDecimal over = filled.getOrDefault(line, BigDecimal.ZERO).subtract(asked.get(line));
            if (over.signum() > 0) {
                free(needId, line, over);
            }
        });
    }

    /** The newest goes. */
    private void free(UUID needId, UUID line, BigDecimal over) {
        BigDecimal left = over;
        for (Reservation goods : reservations.forNeed(needId)) {
            if (goods.needLineId().equals(line) && left.signum() > 0) {
                free(goods);
                if (goods.quantity().compareTo(left) > 0) {
                    deliveries.plan(goods.hubId(), needId, List.of(new NeedDeliveries.Line(line, goods.donationLineId(),
                            goods.lotId(), goods.quantity().subtract(left))));
                }
                left = left.subtract(goods.quantity());
            }
        }
    }

    private void free(Reservation goods) {
        deliveries.giveUp(goods.holderId(), List.of(goods.lotId()), List.of(goods.donationLineId()));
    }
}
