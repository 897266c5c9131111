package it.milanoaiuta.foodhub.arrival;

import it.milanoaiuta.defaults.Refusal;

/** What was received has moved on, or is promised on, since: 409, correct it with a movement instead. */
public class ReceiptTouched extends Refusal {

    ReceiptTouched() {
        super(409, "receipt-touched");
    }
}
