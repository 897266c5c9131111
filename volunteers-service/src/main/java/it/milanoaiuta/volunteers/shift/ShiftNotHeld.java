package it.milanoaiuta.volunteers.shift;

import it.milanoaiuta.defaults.Refusal;

/** 409: the shift was cancelled. */
public class ShiftNotHeld extends Refusal {

    public ShiftNotHeld() {
        super(409, "shift-cancelled");
    }
}
