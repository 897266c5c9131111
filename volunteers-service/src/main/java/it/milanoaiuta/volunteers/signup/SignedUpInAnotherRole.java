package it.milanoaiuta.volunteers.signup;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.volunteers.shift.Role;

/** 409: one sign-up per person and shift; she has one in another role and can leave that first. */
public class SignedUpInAnotherRole extends Refusal {

    SignedUpInAnotherRole(Role role) {
        super(409, "signed-up-in-another-role", role);
    }
}
