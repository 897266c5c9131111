package it.milanoaiuta.foodhub.hub;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person who manages a hub from a day to a day.
 *
 * @param subject her sign-in id (sub)
 * @param from first day, Europe/Rome
 * @param until last day, included; null for no end
 */
public record ManagerView(UUID hubId, UUID subject, LocalDate from, LocalDate until) {

    static ManagerView of(Manager manager) {
        return new ManagerView(manager.hubId(), manager.subject(), manager.fromDay(), manager.untilDay());
    }
}
