package it.milanoaiuta.volunteers.signup;

import java.util.UUID;

import it.milanoaiuta.defaults.Refusal;

/** 409: she is confirmed for another shift at that time, which the sentence names; leave that one first. */
public class ShiftsOverlap extends Refusal {

    ShiftsOverlap(UUID otherShift) {
        super(409, "shifts-overlap", otherShift);
    }
}
