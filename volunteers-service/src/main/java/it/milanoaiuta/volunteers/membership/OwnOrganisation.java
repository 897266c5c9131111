package it.milanoaiuta.volunteers.membership;

import it.milanoaiuta.platform.web.Refusal;

/** 403: nobody verifies herself (domain, Vault and erasure); a coordinator who acts for the organisation leaves it to another. */
public class OwnOrganisation extends Refusal {

    OwnOrganisation() {
        super(403, "own-organisation");
    }
}
