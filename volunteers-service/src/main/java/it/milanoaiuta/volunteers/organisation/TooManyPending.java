package it.milanoaiuta.volunteers.organisation;

import it.milanoaiuta.platform.web.Refusal;

/** 409: so many organisations of hers wait for the city already; when it has decided about one there is room for another. */
public class TooManyPending extends Refusal {

    TooManyPending(int most) {
        super(409, "too-many-pending", most);
    }
}
