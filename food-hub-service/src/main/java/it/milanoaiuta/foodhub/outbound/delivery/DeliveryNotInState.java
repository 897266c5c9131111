package it.milanoaiuta.foodhub.outbound.delivery;

import it.milanoaiuta.platform.web.Refusal;

/** The delivery is past, or not yet at, the point where this can be done: 409 with its state. */
public class DeliveryNotInState extends Refusal {

    public DeliveryNotInState(DeliveryState state) {
        super(409, "delivery-not-in-state", state);
    }
}
