package it.milanoaiuta.foodhub.people.household;

import it.milanoaiuta.platform.web.Refusal;

/** The organisation is not verified, or suspended: 409. Households it sent before stay served. */
public class ReferrerNotVerified extends Refusal {

    public ReferrerNotVerified() {
        super(409, "organisation-not-verified");
    }
}
