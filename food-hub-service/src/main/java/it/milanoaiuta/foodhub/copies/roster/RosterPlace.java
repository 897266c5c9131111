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
    public UUID signUpId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "shift_id")
    public RosterShift shift;
    public UUID personId;
    /** Her sign-in id; null for a guest without an account. */
    public UUID subject;
    public String role;
}
