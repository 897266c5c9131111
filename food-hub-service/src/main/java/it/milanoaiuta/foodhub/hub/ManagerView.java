package it.milanoaiuta.foodhub.hub;

import java.time.LocalDate;
import java.util.UUID;

/** A person who manages a hub from a day to a day, both included; until is null for no end. */
public record ManagerView(UUID hubId, UUID subject, LocalDate from, LocalDate until) {

    static ManagerView of(Manager manager) {
        return new ManagerView(manager.hubId(), manager.subject(), manager.fromDay(), manager.untilDay());
    }
}
