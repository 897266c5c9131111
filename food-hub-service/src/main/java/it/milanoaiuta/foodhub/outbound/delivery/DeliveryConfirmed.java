package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/**
 * A delivery was handed over, whole or in part.
 *
 * @param needId null for a household's delivery
 * @param outcome DELIVERED or PARTIAL
 * @param confirmedAt when it happened
 */
@Published(topic = "food-hub.deliveries")
public record DeliveryConfirmed(UUID deliveryId, UUID needId, Outcome outcome, Instant confirmedAt, List<Line> lines)
        implements
            Event {

    /**
     * @param needLineId null for a household's parcel
     * @param donationLineId null for goods that no donation brought
     * @param delivered in the item's base unit
     * @param returned in the item's base unit, on its way back; delivered + returned = what was loaded
     */
    public record Line(UUID needLineId, UUID donationLineId, UUID itemId, BigDecimal delivered, BigDecimal returned) {}

    @Override
    public UUID aggregateId() {
        return deliveryId;
    }
}
