package it.milanoaiuta.foodhub.delivery;

import java.util.UUID;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Published;

/** The goods of a delivery left the hub. */
@Published(topic = "food-hub.deliveries")
public record DeliveryDispatched(UUID deliveryId) implements Event {

    @Override
    public UUID aggregateId() {
        return deliveryId;
    }
}
