package it.milanoaiuta.platform.events.operating;

import it.milanoaiuta.platform.web.Refusal;

/** What an operator wanted to go on with is refused again, and waits as before: 409. */
class StillRefused extends Refusal {

    StillRefused() {
        super(409, "still-refused");
    }
}
