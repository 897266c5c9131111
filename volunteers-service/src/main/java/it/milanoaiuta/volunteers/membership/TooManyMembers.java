package it.milanoaiuta.volunteers.membership;

import it.milanoaiuta.platform.web.Refusal;

/** 409: so many people act for the organisation already; ending a membership makes room. */
public class TooManyMembers extends Refusal {

    TooManyMembers(int most) {
        super(409, "too-many-members", most);
    }
}
