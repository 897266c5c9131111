package it.milanoaiuta.volunteers.signup;

import java.time.Instant;
import java.util.UUID;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Published;
import it.milanoaiuta.volunteers.owner.OwnerKind;
import it.milanoaiuta.volunteers.shift.Role;
import it.milanoaiuta.volunteers.shift.Shift;

/**
 * Somebody comes to a shift. Told by the SQL function <code>sign_up</code> too.
 *
 * @param subject her sign-in id; null for a guest
 */
@Published(topic = "volunteers.shifts")
public record VolunteerConfirmed(UUID shiftId, UUID signUpId, UUID personId, UUID subject, Role role, OwnerKind ownerKind,
        UUID ownerId, Instant start, Instant end) implements Event {

    static VolunteerConfirmed of(Shift shift, SignUp signUp) {
        return new VolunteerConfirmed(shift.id(), signUp.id, signUp.person.id(), signUp.person.subject(), signUp.role,
                shift.owner().ownerKind(), shift.owner().ownerId(), shift.start(), shift.end());
    }

    @Override
    public UUID aggregateId() {
        return shiftId;
    }
}
