package it.milanoaiuta.foodhub.copies.roster;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;

/** What we know of a shift that a hub owns (volunteers-service's, copied by event). */
@Entity
public class RosterShift {

    @Id
    private UUID id;
    private UUID hubId;
    /** The request it was made for; null for none. */
    private UUID helpRequestId;
    private Instant startsAt;
    private Instant endsAt;
    private boolean cancelled;
    /** How many people may come, by role; empty while only a place on it is known. */
    @ElementCollection
    @CollectionTable(name = "roster_shift_role", joinColumns = @JoinColumn(name = "shift_id"))
    @MapKeyColumn(name = "role")
    @Column(name = "capacity")
    private Map<String, Integer> capacity = new HashMap<>();

    /** Nothing but its id is known yet. */
    static RosterShift heardOf(UUID id) {
        RosterShift shift = new RosterShift();
        shift.id = id;
        return shift;
    }

    void plan(UUID hub, Instant start, Instant end) {
        hubId = hub;
        startsAt = start;
        endsAt = end;
    }

    /**
     * @param request it is made for; null for none
     * @param places by role
     */
    void offer(UUID request, Map<String, Integer> places) {
        helpRequestId = request;
        capacity.keySet().retainAll(places.keySet());
        capacity.putAll(places);
    }

    void open() {
        cancelled = false;
    }

    void cancel() {
        cancelled = true;
    }

    public UUID id() {
        return id;
    }

    public UUID hubId() {
        return hubId;
    }

    public UUID helpRequestId() {
        return helpRequestId;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
