package it.milanoaiuta.foodhub.outbound.delivery;

import it.milanoaiuta.platform.web.Refusal;

/** The organisation that the goods are for is suspended: 409; they stay set aside and go on when it is reinstated. */
public class DeliveryStopped extends Refusal {

    DeliveryStopped() {
        super(409, "delivery-stopped");
    }
}
