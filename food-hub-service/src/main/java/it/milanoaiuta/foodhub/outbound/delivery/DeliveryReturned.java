package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/**
 * What was not handed over is back at the hub.
 *
 * @param needId null for a household's delivery
 */
@Published(topic = "food-hub.deliveries")
public record DeliveryReturned(UUID deliveryId, UUID needId) implements Event {

    @Override
    public UUID aggregateId() {
        return deliveryId;
    }
}
