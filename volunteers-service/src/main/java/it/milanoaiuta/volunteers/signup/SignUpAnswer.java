package it.milanoaiuta.volunteers.signup;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.volunteers.shift.Role;

/**
 * How a sign-up stands.
 *
 * @param number on the waiting list: how many wait before, and one; null when not waiting
 * @param arrival the how-manieth who ever signed up for this role of the shift
 * @param closeTo a warning: another shift she was confirmed for when she signed up, at another place and with less than an hour
 *        between; null when there is none
 */
public record SignUpAnswer(UUID id, UUID shiftId, Role role, SignUp.State state,
        @Schema(description = "number on the waiting list, null when not waiting") Integer number,
        @Schema(description = "the how-manieth who ever signed up for this role of the shift") int arrival,
        Instant start, Instant end,
        @Schema(description = "a warning: another shift of hers at another place with less than an hour between, or null") UUID closeTo) {

    static SignUpAnswer of(SignUp signUp, Integer number) {
        return new SignUpAnswer(signUp.id(), signUp.shiftId(), signUp.role(), signUp.state(), number, signUp.arrival(),
                signUp.start(), signUp.end(), signUp.closeTo());
    }
}
