package it.milanoaiuta.foodhub.inbound.receipt;

import it.milanoaiuta.platform.web.Refusal;

/** The caller saw that the arrival is closed and confirms more of it: 409; what else came is an arrival of its own. */
public class ArrivalClosed extends Refusal {

    ArrivalClosed() {
        super(409, "arrival-closed");
    }
}
