package it.milanoaiuta.volunteers.shift;

import it.milanoaiuta.platform.web.Refusal;

/** 409: the shift was cancelled. */
public class ShiftNotHeld extends Refusal {

    public ShiftNotHeld() {
        super(409, "shift-cancelled");
    }
}
