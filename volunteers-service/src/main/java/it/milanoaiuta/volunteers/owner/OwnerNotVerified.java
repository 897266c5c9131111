package it.milanoaiuta.volunteers.owner;

import it.milanoaiuta.platform.web.Refusal;

/** 409: only a verified organisation publishes; this one waits for the city, was rejected or is suspended. */
public class OwnerNotVerified extends Refusal {

    OwnerNotVerified() {
        super(409, "organisation-not-verified");
    }
}
