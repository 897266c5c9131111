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

import it.milanoaiuta.platform.due.Messages;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.Shifts;
import it.milanoaiuta.volunteers.signup.SignUps.Confirmation;

/**
 * The waiting list runs itself by two rules (domain, Sign-up): first come, first served; who is confirmed elsewhere at that time is
 * passed over and keeps her place. More than 24 h before the start the next one is confirmed at once. After that people are asked in
 * order, one more every 30 minutes in which people are awake, everybody at once in the last two hours; an ask holds no place and
 * stays open until the start, and the first yes has it. While the shift is frozen nobody is called.
 * <p>
 * Whoever calls holds the row of the places, for a time that does not grow with the number who wait.
 */
@ApplicationScoped
public class WaitingList {

    /** So many are confirmed, or asked, in one transaction; scheduled work goes on with the rest. */
    private static final int CONFIRMED_AT_ONCE = 20;
    private static final int ASKED_AT_ONCE = 100;

    @Inject
    Shifts shifts;

    @Inject
    SignUps signUps;

    @Inject
    Messages messages;

    @Inject
    WaitingListRules rules;

    @Inject
    Clock clock;

    /**
     * Fills what is free, or asks about it.
     *
     * @return what is to be told
     */
    public List<Event> fill(Shift shift, ShiftRole places) {
        Instant now = clock.instant();
        if (!places.hasFree() || shift.isCancelled() || shift.hasStarted(now) || shifts.isFrozen(shift)) {
            places.askNextAt(null);
            return List.of();
        }
        if (!shift.isNear(now)) {
            return confirmInTurn(places);
        }
        if (now.isBefore(shift.lastCall())) {
            askInTurn(shift, places, now);
        } else {
            askEverybody(places, now);
        }
        return List.of();
    }

    /**
     * She who waits takes a free place now.
     *
     * @throws ShiftsOverlap when she is confirmed elsewhere at that time
     */
    VolunteerConfirmed take(ShiftRole places, SignUp signUp) {
        signUps.hold(signUp);
        VolunteerConfirmed confirmed = signUps.confirm(signUp).told().orElseThrow(ShiftsOverlap::new);
        places.stopWaiting();
        places.take();
        return confirmed;
    }

    /** She leaves the list: if she was the last who was asked, the next need not wait for her answer. */
    void stopWaiting(ShiftRole places, SignUp signUp) {
        if (signUp.isAsked() && !signUps.wasSomebodyAskedAfter(signUp)) {
            places.askNextAt(null);
        }
        places.stopWaiting();
    }

    private List<Event> confirmInTurn(ShiftRole places) {
        List<Event> confirmed = new ArrayList<>();
        Optional<SignUp> next = signUps.firstWhoCanCome(places);
        for (int i = 0; i < CONFIRMED_AT_ONCE && places.hasFree() && next.isPresent(); i++) {
            SignUp first = next.get();
            Confirmation tried = signUps.confirm(first);
            if (tried.isHeldElsewhere()) {
                break; // nobody after her is preferred: the rest is done once it is known whether she can come
            }
            tried.told().ifPresent(event -> confirmed.add(promoted(places, first, event)));
            next = signUps.firstWhoCanCome(places);
        }
        if (places.hasFree() && next.isPresent()) {
            signUps.lookAgain(places);
        }
        return confirmed;
    }

    private Event promoted(ShiftRole places, SignUp first, Event told) {
        places.stopWaiting();
        places.take();
        messages.decide(first.id(), first.person().id(), Notice.PROMOTED.name());
        return told;
    }

    /** When the next is due is waited for by scheduled work, which then asks whatever the hour. */
    private void askInTurn(Shift shift, ShiftRole places, Instant now) {
        WakingHours awake = new WakingHours(rules.morning(), rules.night());
        Instant due = places.askDue() == null ? awake.after(now, Duration.ZERO) : places.askDue();
        if (due.isAfter(now)) {
            places.askNextAt(due.isBefore(shift.lastCall()) ? due : shift.lastCall());
            return;
        }
        Optional<SignUp> next = signUps.firstToAsk(places);
        next.ifPresent(her -> {
            her.ask(places.vacancy(), now);
            messages.decide(places.vacancy(), her.person().id(), Notice.PLACE_FREE.name());
        });
        Instant after = awake.after(now, rules.betweenAsks());
        places.askNextAt(next.isEmpty() ? null : after.isBefore(shift.lastCall()) ? after : shift.lastCall());
    }

    private void askEverybody(ShiftRole places, Instant now) {
        List<UUID> asked = signUps.askNext(places, ASKED_AT_ONCE, now);
        messages.decide(places.vacancy(), asked, Notice.PLACE_FREE.name());
        places.askNextAt(null);
        if (asked.size() == ASKED_AT_ONCE) {
            signUps.lookAgain(places);
        }
    }
}
