package it.milanoaiuta.foodhub.confirming;

import it.milanoaiuta.platform.web.Refusal;

/** Somebody settled it otherwise: 409. */
public class AlreadySettled extends Refusal {

    AlreadySettled() {
        super(409, "already-settled");
    }
}
