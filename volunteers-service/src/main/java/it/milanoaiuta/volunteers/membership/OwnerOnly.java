package it.milanoaiuta.volunteers.membership;

import it.milanoaiuta.platform.web.Refusal;

/** 403: she is a member, but only an owner says who the members are. */
public class OwnerOnly extends Refusal {

    OwnerOnly() {
        super(403, "owner-only");
    }
}
