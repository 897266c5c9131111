package it.milanoaiuta.foodhub.hub.task;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a manager of the hub has to look into")
public record TaskView(UUID id, UUID hubId,
        @Schema(description = "DELIVERY_FAILED_TWICE: two deliveries in a row to one household, or for one need, failed. CARRIER_LEFT: somebody who was to bring a delivery does not any more") Task.Kind kind,
        @Schema(description = "The household or need; of CARRIER_LEFT the delivery") UUID aboutId,
        @Schema(description = "The last delivery that failed, or the one that somebody does not bring") UUID deliveryId,
        Instant openedAt,
        @Schema(description = "Null while it is open") Instant closedAt) {

    static TaskView of(Task task) {
        return new TaskView(task.id(), task.hubId(), task.kind(), task.aboutId(), task.deliveryId(), task.openedAt(),
                task.closedAt());
    }
}
