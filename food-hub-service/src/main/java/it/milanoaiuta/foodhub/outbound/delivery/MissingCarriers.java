package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.roster.RosterChanged;
import it.milanoaiuta.foodhub.hub.ManagementChanged;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.foodhub.hub.task.Task;
import it.milanoaiuta.foodhub.hub.task.Tasks;

/**
 * Whoever leaves the shift, or manages the hub no longer, carries nothing any more ({@link DeliveryScope}); the hub's managers
 * have a task for each delivery she was to bring (domain, People and what they may do).
 */
@ApplicationScoped
class MissingCarriers {

    @Inject
    Deliveries deliveries;

    @Inject
    Managers managers;

    @Inject
    Tasks tasks;

    void left(@Observes RosterChanged roster) {
        if (!roster.left().isEmpty()) {
            lookInto(roster.hubId(), roster.left());
        }
    }

    void noLongerManages(@Observes ManagementChanged change) {
        lookInto(change.hubId(), List.of(change.subject()));
    }

    private void lookInto(UUID hubId, Collection<UUID> subjects) {
        Set<UUID> gone = new HashSet<>(subjects);
        gone.removeAll(managers.today(hubId));
        if (!gone.isEmpty()) {
            deliveries.withoutCarrier(hubId, gone)
                    .forEach(delivery -> tasks.open(hubId, Task.Kind.CARRIER_LEFT, delivery, delivery));
        }
    }
}
