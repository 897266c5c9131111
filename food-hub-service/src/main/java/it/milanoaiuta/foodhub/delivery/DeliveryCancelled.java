package it.milanoaiuta.foodhub.delivery;

import java.util.UUID;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Published;

/**
 * A planned delivery will not take place; its goods never left the hub.
 *
 * @param needId null for a household's delivery
 */
@Published(topic = "food-hub.deliveries")
public record DeliveryCancelled(UUID deliveryId, UUID needId) implements Event {

    @Override
    public UUID aggregateId() {
        return deliveryId;
    }
}
