package it.milanoaiuta.volunteers.signup;

import java.time.Instant;
import java.util.UUID;

import it.milanoaiuta.volunteers.shift.Role;

/**
 * A sign-up as the shift's owner sees it: no name.
 *
 * @param personId her opaque id, with which her presence is recorded; never her sign-in id
 * @param role what she does in the shift
 * @param state what became of the sign-up
 * @param number her place on the waiting list, 1 is next; null when not waiting
 * @param arrival the how-manieth who ever signed up for this role of the shift
 * @param askedAt when she was asked about a free place; null unless she waits and was
 * @param late she left a confirmed place less than 24 h before the start
 * @param signedUpAt when she signed up
 */
public record SignUpView(UUID id, UUID personId, Role role, SignUp.State state, Integer number, int arrival, Instant askedAt,
        boolean late, Instant signedUpAt) {

    static SignUpView of(SignUp signUp, Integer number) {
        return new SignUpView(signUp.id(), signUp.person().id(), signUp.role(), signUp.state(), number, signUp.arrival(),
                signUp.askedAt(), signUp.isLate(),
                signUp.signedUpAt());
    }
}
