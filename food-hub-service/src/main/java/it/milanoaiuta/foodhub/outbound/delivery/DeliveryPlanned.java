package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/**
 * A delivery is planned; told again with the whole when its goods change while it is planned.
 *
 * @param needId null for a household's delivery; which household it is for is never told
 * @param plannedFor day in Europe/Rome
 * @param assignees sign-in ids
 */
@Published(topic = "food-hub.deliveries")
public record DeliveryPlanned(UUID deliveryId, UUID hubId, DeliveryKind kind, UUID needId, LocalDate plannedFor,
        List<UUID> assignees, List<Line> lines) implements Event {

    /**
     * @param needLineId null for a household's parcel
     * @param donationLineId null for goods that no donation brought
     * @param quantity in the item's base unit
     */
    public record Line(UUID needLineId, UUID donationLineId, UUID itemId, BigDecimal quantity) {}

    @Override
    public UUID aggregateId() {
        return deliveryId;
    }
}
