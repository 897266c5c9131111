package it.milanoaiuta.volunteers.attendance;

import it.milanoaiuta.platform.web.Refusal;

/** 409: nobody can have been at a shift that has not begun. */
public class ShiftNotBegun extends Refusal {

    ShiftNotBegun() {
        super(409, "shift-not-begun");
    }
}
