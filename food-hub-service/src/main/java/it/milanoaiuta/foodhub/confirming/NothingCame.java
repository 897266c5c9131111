package it.milanoaiuta.foodhub.confirming;

import it.milanoaiuta.platform.web.Refusal;

/** The confirmation says that nothing was taken, so there is no further arrival: 409. */
public class NothingCame extends Refusal {

    NothingCame() {
        super(409, "nothing-came");
    }
}
