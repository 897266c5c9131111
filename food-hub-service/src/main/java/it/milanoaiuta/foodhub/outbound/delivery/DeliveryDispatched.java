package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** The goods of a delivery left the hub. */
@Published(topic = "food-hub.deliveries")
public record DeliveryDispatched(UUID deliveryId) implements Event {

    @Override
    public UUID aggregateId() {
        return deliveryId;
    }
}
