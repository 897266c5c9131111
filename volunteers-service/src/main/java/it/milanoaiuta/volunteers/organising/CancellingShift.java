package it.milanoaiuta.volunteers.organising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.Shift.CancelReason;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.ShiftRoles;
import it.milanoaiuta.volunteers.signup.Notice;
import it.milanoaiuta.volunteers.signup.SignUps;
import it.milanoaiuta.volunteers.signup.TellingPeople;

/**
 * Cancels a shift with all its sign-ups and tells everybody in it: its owner does it, a hub that needs no help any more, the
 * coordinator or scheduled work where its organisation is suspended.
 */
@ApplicationScoped
public class CancellingShift {

    @Inject
    ShiftRoles roles;

    @Inject
    SignUps signUps;

    @Inject
    TellingPeople telling;

    @Inject
    Outbox outbox;

    /**
     * Cancelling again changes nothing.
     *
     * @param shift read under its lock
     */
    public void cancel(Shift shift, CancelReason reason) {
        if (shift.isCancelled()) {
            return;
        }
        roles.locked(shift.id()).forEach(ShiftRole::clear);
        signUps.lookAgainWhereItsPeopleWait(shift);
        signUps.removeAll(shift, Notice.SHIFT_CANCELLED);
        telling.all(shift, Notice.SHIFT_CANCELLED, shift.id());
        shift.cancel(reason);
        outbox.append(ShiftCancelled.of(shift));
    }
}
