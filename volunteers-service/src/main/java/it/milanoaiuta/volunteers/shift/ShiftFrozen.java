package it.milanoaiuta.volunteers.shift;

import it.milanoaiuta.platform.web.Refusal;

/** 409: its organisation was suspended before it began; nobody new comes for now, and nobody is recorded there. */
public class ShiftFrozen extends Refusal {

    public ShiftFrozen() {
        super(409, "shift-frozen");
    }
}
