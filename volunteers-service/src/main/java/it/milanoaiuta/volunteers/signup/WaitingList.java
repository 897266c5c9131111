package it.milanoaiuta.volunteers.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Messages;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.Shifts;

/**
 * The waiting list runs itself (domain, Sign-up): first come, first served; who is confirmed elsewhere at that time is passed
 * over and keeps her place. More than 24 h before the start the next one is confirmed at once; then she is offered the place for
 * two waking hours; with fewer than six left everybody who can come is asked and the first to accept has it.
 * While the shift is frozen nobody is called; an offer made before stands.
 * <p>
 * Whoever calls holds the row of the places.
 */
@ApplicationScoped
class WaitingList {

    private static final Duration TO_THINK = Duration.ofHours(2);
    private static final Duration TO_OFFER_IN_TURN = Duration.ofHours(6);

    @Inject
    Shifts shifts;

    @Inject
    SignUps signUps;

    @Inject
    Messages messages;

    @Inject
    Clock clock;

    /** A place comes back: whoever waits is asked anew if it is the only free one. */
    void giveBack(ShiftRole places) {
        if (!places.hasFree()) {
            signUps.forgetWhoWasAsked(places);
        }
        places.giveBack();
    }

    /** More places or fewer; whoever waits is asked anew if there was no free one. */
    void resize(ShiftRole places, int capacity) {
        if (capacity > places.capacity() && !places.hasFree()) {
            signUps.forgetWhoWasAsked(places);
        }
        places.resize(capacity);
    }

    /**
     * Fills what is free.
     *
     * @param cause what freed it, for example the sign-up that was left
     * @return what is to be told
     */
    List<Event> fill(Shift shift, ShiftRole places, UUID cause) {
        Instant now = clock.instant();
        if (shift.isCancelled() || shift.hasStarted(now) || shifts.isFrozen(shift)) {
            return List.of();
        }
        if (!shift.isNear(now)) {
            return confirmInTurn(shift, places);
        }
        if (WakingHours.fewer(TO_OFFER_IN_TURN, now, shift.start())) {
            askAll(shift, places, cause);
        } else {
            offerInTurn(places, now);
        }
        return List.of();
    }

    /** She who waits or was offered a place takes it now. */
    VolunteerConfirmed take(Shift shift, ShiftRole places, SignUp signUp) {
        boolean waited = signUp.state == SignUp.State.WAITING;
        if (!signUps.confirm(signUp)) {
            throw new ShiftsOverlap();
        }
        if (waited) {
            places.stopWaiting();
            places.take();
        }
        return VolunteerConfirmed.of(shift, signUp);
    }

    private List<Event> confirmInTurn(Shift shift, ShiftRole places) {
        List<Event> confirmed = new ArrayList<>();
        Optional<SignUp> next = signUps.firstWhoCanCome(places);
        while (places.hasFree() && next.isPresent()) {
            // false: she is being confirmed elsewhere this moment; the next look passes her over
            if (signUps.confirm(next.get())) {
                places.stopWaiting();
                places.take();
                messages.decide(next.get().id, next.get().person.id(), Notice.PROMOTED.name());
                confirmed.add(VolunteerConfirmed.of(shift, next.get()));
            }
            next = signUps.firstWhoCanCome(places);
        }
        return confirmed;
    }

    private void offerInTurn(ShiftRole places, Instant now) {
        Optional<SignUp> next = signUps.firstWhoCanCome(places);
        while (places.hasFree() && next.isPresent()) {
            next.get().offer(WakingHours.after(now, TO_THINK));
            places.stopWaiting();
            places.take();
            messages.decide(next.get().id, next.get().person.id(), Notice.PLACE_OFFERED.name());
            next = signUps.firstWhoCanCome(places);
        }
    }

    private void askAll(Shift shift, ShiftRole places, UUID cause) {
        if (places.hasFree()) {
            for (SignUp waiting : signUps.notYetAskedWhoCanCome(places)) {
                waiting.ask(shift.start());
                messages.decide(cause, waiting.person.id(), Notice.PLACE_FREE.name());
            }
        }
    }
}
