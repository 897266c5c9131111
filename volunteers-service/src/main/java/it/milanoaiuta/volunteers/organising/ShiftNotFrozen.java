package it.milanoaiuta.volunteers.organising;

import it.milanoaiuta.platform.web.Refusal;

/** 409: its owner may organise it, so nobody takes it over. */
public class ShiftNotFrozen extends Refusal {

    ShiftNotFrozen() {
        super(409, "shift-not-frozen");
    }
}
