package it.milanoaiuta.volunteers.hub;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** That a person manages a hub from a day to a day, both included, in Europe/Rome: food-hub's row, copied. */
@Entity
public class HubManager {

    /** @param subject the person's sign-in */
    @Embeddable
    public record Key(UUID hubId, UUID subject) {}

    @EmbeddedId
    private Key key;
    private LocalDate fromDay;
    private LocalDate untilDay;

    static HubManager of(UUID hub, UUID subject) {
        HubManager manager = new HubManager();
        manager.key = new Key(hub, subject);
        return manager;
    }

    /** @param until last day, included; null until removed */
    void named(LocalDate from, LocalDate until) {
        fromDay = from;
        untilDay = until;
    }

    boolean manages(LocalDate day) {
        return !day.isBefore(fromDay) && (untilDay == null || !day.isAfter(untilDay));
    }
}
