package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What became of a confirmation")
public record ConfirmationView(UUID id, UUID deliveryId,
        @Schema(description = "TO_SETTLE: it did not apply any more and is kept for the manager to decide") Confirmation.State state,
        @Schema(description = "Of the delivery, after it") DeliveryState deliveryState, Instant occurredAt,
        @Schema(description = "True: the device's time could not be true and was replaced") boolean timeReplaced) {

    static ConfirmationView of(Confirmation confirmation) {
        return new ConfirmationView(confirmation.id(), confirmation.deliveryId(), confirmation.state(),
                confirmation.deliveryState(),
                confirmation.occurredAt(), confirmation.isTimeReplaced());
    }
}
