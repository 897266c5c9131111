package it.milanoaiuta.foodhub.inbound.receipt;

import it.milanoaiuta.platform.web.Refusal;

/** The confirmation waits to be settled; there is nothing to undo: 409. */
public class ReceiptNotBooked extends Refusal {

    ReceiptNotBooked() {
        super(409, "receipt-not-booked");
    }
}
