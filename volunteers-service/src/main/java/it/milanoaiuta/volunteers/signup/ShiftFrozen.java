package it.milanoaiuta.volunteers.signup;

import it.milanoaiuta.defaults.Refusal;

/** 409: its organisation is suspended; nobody new can join for now. */
public class ShiftFrozen extends Refusal {

    ShiftFrozen() {
        super(409, "shift-frozen");
    }
}
