package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of a confirmation.
 *
 * @param deliveryId the delivery it is about
 * @param state TO_SETTLE: it did not apply any more and is kept for the manager to decide
 * @param deliveryState of the delivery, after it
 * @param occurredAt when it happened
 * @param timeReplaced true: the device's time could not be true and was replaced
 */
public record ConfirmationView(UUID id, UUID deliveryId, Confirmation.State state, DeliveryState deliveryState,
        Instant occurredAt, boolean timeReplaced) {

    static ConfirmationView of(Confirmation confirmation) {
        return new ConfirmationView(confirmation.id(), confirmation.deliveryId(), confirmation.state(),
                confirmation.deliveryState(),
                confirmation.occurredAt(), confirmation.isTimeReplaced());
    }
}
