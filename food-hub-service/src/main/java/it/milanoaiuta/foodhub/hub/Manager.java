package it.milanoaiuta.foodhub.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import it.milanoaiuta.platform.web.Ids;

/**
 * A person manages a hub from a day to a day, both included, Europe/Rome. Naming her again or removing her ends the row,
 * which stays as history; one row per hub and person is live.
 */
@Entity
@Table(name = "hub_manager")
public class Manager {

    @Id
    private UUID id;
    private UUID hubId;
    private UUID subject;
    private LocalDate fromDay;
    /** Null for no end. */
    private LocalDate untilDay;
    private UUID namedBy;
    private Instant namedAt;
    private UUID removedBy;
    private Instant removedAt;

    /** @param coordinator who names her */
    static Manager named(UUID hubId, NewManager named, UUID coordinator, Instant now) {
        Manager manager = new Manager();
        manager.id = Ids.next();
        manager.hubId = hubId;
        manager.subject = named.subject();
        manager.fromDay = named.from();
        manager.untilDay = named.until();
        manager.namedBy = coordinator;
        manager.namedAt = now;
        return manager;
    }

    boolean hasDays(LocalDate from, LocalDate until) {
        return fromDay.equals(from) && Objects.equals(untilDay, until);
    }

    void remove(UUID by, Instant at) {
        removedBy = by;
        removedAt = at;
    }

    public UUID hubId() {
        return hubId;
    }

    public UUID subject() {
        return subject;
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    public LocalDate untilDay() {
        return untilDay;
    }
}
