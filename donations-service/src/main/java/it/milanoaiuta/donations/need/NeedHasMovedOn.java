package it.milanoaiuta.donations.need;

import it.milanoaiuta.platform.web.Refusal;

/** The need is no longer in a state in which this can be done. */
public class NeedHasMovedOn extends Refusal {

    NeedHasMovedOn(NeedState state) {
        super(409, "need-has-moved-on", state);
    }
}
