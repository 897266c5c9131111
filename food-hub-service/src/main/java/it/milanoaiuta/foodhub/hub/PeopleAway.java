package it.milanoaiuta.foodhub.hub;

import it.milanoaiuta.platform.web.Refusal;

/** Whether a person is known cannot be asked now: 503, nothing was changed. */
public class PeopleAway extends Refusal {

    PeopleAway() {
        super(503, "people-away");
    }

    @Override
    public int retryAfterSeconds() {
        return 10;
    }
}
