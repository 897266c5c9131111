package it.milanoaiuta.volunteers.signup;

import java.time.Instant;
import java.util.UUID;

import it.milanoaiuta.volunteers.shift.Role;

/**
 * A sign-up as the shift's owner sees it: no name.
 *
 * @param number on the waiting list, null when not waiting
 * @param askedAt when she was asked about a free place; null unless she waits and was
 * @param late she left less than 24 h before the start
 */
public record SignUpView(UUID id, UUID personId, Role role, SignUp.State state, Integer number, int arrival, Instant askedAt,
        boolean late, Instant signedUpAt) {

    static SignUpView of(SignUp signUp, Integer number) {
        return new SignUpView(signUp.id(), signUp.person().id(), signUp.role(), signUp.state(), number, signUp.arrival(),
                signUp.askedAt(), signUp.isLate(),
                signUp.signedUpAt());
    }
}
