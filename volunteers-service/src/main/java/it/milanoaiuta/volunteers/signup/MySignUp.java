package it.milanoaiuta.volunteers.signup;

import java.time.Instant;
import java.util.UUID;

import it.milanoaiuta.volunteers.opportunity.OpportunityView;
import it.milanoaiuta.volunteers.shift.Role;
import it.milanoaiuta.volunteers.shift.Shift;

/**
 * A person's own sign-up, with its shift.
 *
 * @param shiftId the shift
 * @param opportunity what help it is, where and for whom
 * @param start when the shift begins
 * @param end when the shift ends, exclusive
 * @param role what she does in it
 * @param state what became of the sign-up
 * @param number her place on the waiting list, 1 is next; null when not waiting
 * @param askedAt when she was asked about a free place, which she has if she is the first to say yes; null when she was not
 * @param askedUntil until when she may say yes: the start; null when she was not asked
 * @param late she left a confirmed place less than 24 h before the start
 * @param frozen its organisation is suspended: until it is reinstated, another one takes the shift over or it is cancelled,
 *        nobody new comes; she keeps what she has and may leave
 */
public record MySignUp(UUID id, UUID shiftId, OpportunityView opportunity, Instant start, Instant end, Role role,
        SignUp.State state, Integer number, Instant askedAt, Instant askedUntil, boolean late, boolean frozen) {

    static MySignUp of(SignUp signUp, Shift shift, Integer number, boolean frozen) {
        return new MySignUp(signUp.id(), signUp.shiftId(), OpportunityView.of(shift.opportunity()), shift.start(), shift.end(),
                signUp.role(), signUp.state(), number, signUp.askedAt(), signUp.isAsked() ? shift.start() : null,
                signUp.isLate(),
                frozen);
    }
}
