package it.milanoaiuta.volunteers.membership;

import it.milanoaiuta.platform.web.Refusal;

/** 409: an organisation always has an owner; name another one first. */
public class LastOwnerStays extends Refusal {

    LastOwnerStays() {
        super(409, "last-owner-stays");
    }
}
