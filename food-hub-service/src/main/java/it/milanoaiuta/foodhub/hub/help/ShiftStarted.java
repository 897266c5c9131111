package it.milanoaiuta.foodhub.hub.help;

import it.milanoaiuta.platform.web.Refusal;

/** The shift of the request has begun, its people are there: 409. */
public class ShiftStarted extends Refusal {

    ShiftStarted() {
        super(409, "shift-started");
    }
}
