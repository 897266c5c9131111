package it.milanoaiuta.volunteers.organising;

import it.milanoaiuta.platform.web.Refusal;

/** 409: so many of its confirmed people are confirmed for another shift at the new time. */
public class ConfirmedElsewhere extends Refusal {

    ConfirmedElsewhere(int people) {
        super(409, "confirmed-elsewhere", people);
    }
}
