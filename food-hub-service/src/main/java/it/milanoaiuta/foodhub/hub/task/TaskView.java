package it.milanoaiuta.foodhub.hub.task;

import java.time.Instant;
import java.util.UUID;

/**
 * What a manager of the hub has to look into.
 *
 * @param kind why
 * @param aboutId the household or need that nothing reached; of CARRIER_LEFT the delivery
 * @param deliveryId the last delivery that failed, or the one that somebody does not bring
 * @param openedAt since when it waits
 * @param closedAt when it was looked into; null while it is open
 */
public record TaskView(UUID id, UUID hubId, Task.Kind kind, UUID aboutId, UUID deliveryId, Instant openedAt, Instant closedAt) {

    static TaskView of(Task task) {
        return new TaskView(task.id(), task.hubId(), task.kind(), task.aboutId(), task.deliveryId(), task.openedAt(),
                task.closedAt());
    }
}
