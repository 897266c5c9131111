package it.milanoaiuta.foodhub.outbound.delivery;

import it.milanoaiuta.platform.web.Refusal;

/** The hub holds nothing that is set aside for this need: 409. */
public class NothingSetAside extends Refusal {

    public NothingSetAside() {
        super(409, "nothing-set-aside");
    }
}
