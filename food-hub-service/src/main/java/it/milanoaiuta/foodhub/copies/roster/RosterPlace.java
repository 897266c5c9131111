package it.milanoaiuta.foodhub.copies.roster;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A person confirmed on a hub's shift: opaque ids only, who she is is known to volunteers-service. */
@Entity
public class RosterPlace {

    @Id
    private UUID signUpId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "shift_id")
    private RosterShift shift;
    private UUID personId;
    /** Her sign-in id; null for a guest without an account. */
    private UUID subject;
    private String role;

    /** Nothing but its id is known yet. */
    static RosterPlace heardOf(UUID signUpId) {
        RosterPlace place = new RosterPlace();
        place.signUpId = signUpId;
        return place;
    }

    /** @param signedIn as; null for a guest without an account */
    void confirm(RosterShift on, UUID person, UUID signedIn, String as) {
        shift = on;
        personId = person;
        subject = signedIn;
        role = as;
    }

    public RosterShift shift() {
        return shift;
    }

    public UUID personId() {
        return personId;
    }

    public UUID subject() {
        return subject;
    }

    public String role() {
        return role;
    }
}
