package it.milanoaiuta.volunteers.organisation;

import it.milanoaiuta.platform.web.Refusal;

/** 409: a decision that does not apply to the organisation's state, for example because somebody else has taken it. */
public class NotInThisState extends Refusal {

    NotInThisState(Organisation.Status status) {
        super(409, "organisation-not-in-this-state", status);
    }
}
