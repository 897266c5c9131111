package it.milanoaiuta.foodhub.confirming;

import it.milanoaiuta.platform.web.Refusal;

/** Something else was confirmed under this id: 422. A new confirmation takes a new id. */
public class ConfirmationIdTaken extends Refusal {

    public ConfirmationIdTaken() {
        super(422, "confirmation-id-taken");
    }
}
