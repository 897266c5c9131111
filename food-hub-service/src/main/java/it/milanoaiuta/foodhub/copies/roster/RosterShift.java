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
    public UUID id;
    public UUID hubId;
    /** The request it was made for; null for none. */
    public UUID helpRequestId;
    public Instant startsAt;
    public Instant endsAt;
    public boolean cancelled;
    /** How many people may come, by role; empty while only a place on it is known. */
    @ElementCollection
    @CollectionTable(name = "roster_shift_role", joinColumns = @JoinColumn(name = "shift_id"))
    @MapKeyColumn(name = "role")
    @Column(name = "capacity")
    public Map<String, Integer> capacity = new HashMap<>();

    void offer(Map<String, Integer> places) {
        capacity.keySet().retainAll(places.keySet());
        capacity.putAll(places);
    }
}
