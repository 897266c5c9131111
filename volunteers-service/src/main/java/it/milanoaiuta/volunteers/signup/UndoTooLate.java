package it.milanoaiuta.volunteers.signup;

import it.milanoaiuta.platform.web.Refusal;

/** 409: too long ago to be undone; she can sign up again. */
public class UndoTooLate extends Refusal {

    UndoTooLate() {
        super(409, "undo-too-late");
    }
}
