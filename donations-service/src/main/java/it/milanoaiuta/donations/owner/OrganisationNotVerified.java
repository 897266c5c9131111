package it.milanoaiuta.donations.owner;

import it.milanoaiuta.platform.web.Refusal;

/** The organisation is not verified yet, or suspended: it asks for nothing and gives nothing until it is. */
public class OrganisationNotVerified extends Refusal {

    public OrganisationNotVerified() {
        super(409, "organisation-not-verified");
    }
}
