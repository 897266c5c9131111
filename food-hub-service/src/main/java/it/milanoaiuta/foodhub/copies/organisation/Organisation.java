package it.milanoaiuta.foodhub.copies.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;

/** What we know of an organisation (owned by volunteers-service, copied by event): its state and its members. */
@Entity
public class Organisation {

    /** UNKNOWN: a member was heard of before the organisation was verified. */
    public enum State {
        UNKNOWN, VERIFIED, SUSPENDED
    }

    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    private State state = State.UNKNOWN;
    /** Role by subject. */
    @ElementCollection
    @CollectionTable(name = "organisation_member", joinColumns = @JoinColumn(name = "organisation_id"))
    @MapKeyColumn(name = "subject")
    @Column(name = "role")
    private Map<UUID, String> members = new HashMap<>();

    /** Nothing but its id is known yet. */
    static Organisation heardOf(UUID id) {
        Organisation organisation = new Organisation();
        organisation.id = id;
        return organisation;
    }

    void is(State now) {
        state = now;
    }

    public Map<UUID, String> members() {
        return members;
    }
}
