package it.milanoaiuta.volunteers.signup;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;
import it.milanoaiuta.volunteers.shift.Role;

/**
 * Somebody who was confirmed does not come after all.
 *
 * @param late less than 24 h before the start
 */
@Published(topic = "volunteers.shifts")
public record VolunteerLeft(UUID shiftId, UUID signUpId, UUID personId, UUID subject, Role role, boolean late)
        implements
            Event {

    public static VolunteerLeft of(SignUp signUp) {
        return new VolunteerLeft(signUp.shiftId(), signUp.id(), signUp.person().id(), signUp.person().subject(), signUp.role(),
                signUp.isLate());
    }

    @Override
    public UUID aggregateId() {
        return shiftId;
    }
}
