package it.milanoaiuta.delivery;

import it.milanoaiuta.defaults.Refusal;

/** What an operator wanted to go on with is refused again, and waits as before: 409. */
class StillRefused extends Refusal {

    StillRefused() {
        super(409, "still-refused");
    }
}
