package it.milanoaiuta.foodhub.stock;

import it.milanoaiuta.platform.web.Refusal;

/** With what is booked already, a balance or a day's figure would be more than any hub can hold: 400, nothing was moved. */
public class TooMuch extends Refusal {

    /** SQLSTATE: numeric value out of range. */
    static final String OF_A_SUM = "22003";

    TooMuch() {
        super(400, "too-much");
    }
}
