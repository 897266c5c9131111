package it.milanoaiuta.foodhub.inbound;

import java.util.List;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/** No hub was ever told of a donation with this code: 404. */
public class DonationNotKnown extends Refusal {

    public DonationNotKnown() {
        super(404, "donation-not-known");
    }

    @Override
    public List<Violation> violations() {
        return List.of(new Violation("code", code()));
    }
}
