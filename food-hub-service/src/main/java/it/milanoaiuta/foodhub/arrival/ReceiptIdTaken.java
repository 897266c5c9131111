package it.milanoaiuta.foodhub.arrival;

import it.milanoaiuta.defaults.Refusal;

/** Another confirmation has this id: 422. */
public class ReceiptIdTaken extends Refusal {

    ReceiptIdTaken() {
        super(422, "receipt-id-taken");
    }
}
