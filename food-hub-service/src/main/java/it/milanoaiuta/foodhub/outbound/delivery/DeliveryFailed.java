package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/**
 * Nothing of a delivery was handed over; its goods are on their way back.
 *
 * @param needId null for a household's delivery
 */
@Published(topic = "food-hub.deliveries")
public record DeliveryFailed(UUID deliveryId, UUID needId, FailureReason reason) implements Event {

    @Override
    public UUID aggregateId() {
        return deliveryId;
    }
}
