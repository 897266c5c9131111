package it.milanoaiuta.foodhub.between;

import it.milanoaiuta.platform.web.Refusal;

/** The transfer has left or was cancelled: 409. */
public class TransferNotDraft extends Refusal {

    TransferNotDraft() {
        super(409, "transfer-not-draft");
    }
}
