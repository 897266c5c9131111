package it.milanoaiuta.volunteers.signup;

import java.time.Instant;
import java.util.UUID;

import it.milanoaiuta.volunteers.shift.Role;

/**
 * How the caller's sign-up stands.
 *
 * @param shiftId the shift
 * @param role what she does in it
 * @param state CONFIRMED, or WAITING
 * @param number on the waiting list: how many wait before her, and one; null when not waiting
 * @param arrival the how-manieth who ever signed up for this role of the shift
 * @param start when the shift begins
 * @param end when the shift ends, exclusive
 * @param closeTo a warning: another shift she was confirmed for when she signed up, at another place and with less than an hour
 *        between; null when there is none
 */
public record SignUpAnswer(UUID id, UUID shiftId, Role role, SignUp.State state, Integer number, int arrival, Instant start,
        Instant end, UUID closeTo) {

    static SignUpAnswer of(SignUp signUp, Integer number) {
        return new SignUpAnswer(signUp.id(), signUp.shiftId(), signUp.role(), signUp.state(), number, signUp.arrival(),
                signUp.start(), signUp.end(), signUp.closeTo());
    }
}
