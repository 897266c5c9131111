package it.milanoaiuta.volunteers.shift;

import it.milanoaiuta.platform.web.Refusal;

/** 409: it has begun; who comes and who leaves now is settled on the spot. */
public class ShiftStarted extends Refusal {

    public ShiftStarted() {
        super(409, "shift-started");
    }
}
