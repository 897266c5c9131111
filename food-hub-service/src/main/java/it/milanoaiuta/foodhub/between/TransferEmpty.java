package it.milanoaiuta.foodhub.between;

import it.milanoaiuta.platform.web.Refusal;

/** Nothing was found for the transfer, so there is nothing to dispatch: 409. */
public class TransferEmpty extends Refusal {

    TransferEmpty() {
        super(409, "transfer-empty");
    }
}
