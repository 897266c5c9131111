package it.milanoaiuta.donations.donation;

import it.milanoaiuta.platform.web.Refusal;

/** The donation was received, cancelled or has lapsed: it can no longer be changed or taken back. */
public class DonationHasMovedOn extends Refusal {

    DonationHasMovedOn(DonationState state) {
        super(409, "donation-has-moved-on", state);
    }
}
