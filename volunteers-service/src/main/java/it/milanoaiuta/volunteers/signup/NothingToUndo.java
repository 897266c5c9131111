package it.milanoaiuta.volunteers.signup;

import it.milanoaiuta.platform.web.Refusal;

/** 409: she has not left this shift, or is back in it already. */
public class NothingToUndo extends Refusal {

    NothingToUndo() {
        super(409, "nothing-to-undo");
    }
}
