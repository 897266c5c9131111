package it.milanoaiuta.foodhub.task;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a manager of the hub has to look into")
public record TaskView(UUID id, UUID hubId,
        @Schema(description = "DELIVERY_FAILED_TWICE: two deliveries in a row to one household, or for one need, failed") Task.Kind kind,
        @Schema(description = "The household or need") UUID aboutId,
        @Schema(description = "The last delivery that failed") UUID deliveryId, Instant openedAt,
        @Schema(description = "Null while it is open") Instant closedAt) {

    static TaskView of(Task task) {
        return new TaskView(task.id, task.hubId, task.kind, task.aboutId, task.deliveryId, task.openedAt, task.closedAt);
    }
}
