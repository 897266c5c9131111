package it.milanoaiuta.volunteers.signup;

import it.milanoaiuta.platform.web.Refusal;

/** 409: she is confirmed for another shift at that time; leave that one first. */
public class ShiftsOverlap extends Refusal {

    ShiftsOverlap() {
        super(409, "shifts-overlap");
    }
}
