package it.milanoaiuta.volunteers.organising;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.due.Messages;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.Version;
import it.milanoaiuta.volunteers.opportunity.Opportunity;
import it.milanoaiuta.volunteers.shift.NewShift;
import it.milanoaiuta.volunteers.shift.RolePlaces;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftNotHeld;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.ShiftRoles;
import it.milanoaiuta.volunteers.shift.ShiftRules;
import it.milanoaiuta.volunteers.shift.ShiftStarted;
import it.milanoaiuta.volunteers.shift.Shifts;
import it.milanoaiuta.volunteers.signup.Notice;
import it.milanoaiuta.volunteers.signup.SignUp;
import it.milanoaiuta.volunteers.signup.SignUps;
import it.milanoaiuta.volunteers.signup.TellingPeople;
import it.milanoaiuta.volunteers.signup.VolunteerLeft;
import it.milanoaiuta.volunteers.signup.WaitingList;

/** Moves a shift, changes its places or its owner with everybody in it: places that come free are filled as after a leave. */
@ApplicationScoped
class ChangingShift {

    @Inject
    Shifts shifts;

    @Inject
    ShiftRoles roles;

    @Inject
    SignUps signUps;

    @Inject
    WaitingList waitingList;

    @Inject
    TellingPeople telling;

    @Inject
    Messages messages;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    ShiftRules rules;

    @Inject
    Clock clock;

    /**
     * @param shift read under its lock
     * @param seen what the caller decided on
     * @param release whether confirmed people who would be in two places at once are let go
     * @throws PlacesTaken when fewer places are wanted than people hold
     * @throws ConfirmedElsewhere when confirmed people would be in two places at once and are not to be let go
     */
    void change(Shift shift, Version seen, ShiftChange change, boolean release) {
        seen.mustBe(shift.version());
        mustBeAhead(shift);
        List<ShiftRole> places = new ArrayList<>(roles.locked(shift.id()));
        NewShift wanted = change.over(shift, places);
        wanted.mustBePossible(rules, clock.instant());
        UUID cause = Ids.next();
        List<Event> told = new ArrayList<>();
        // Times first: what changes after them is counted on the new day
        if (shift.start().equals(wanted.start()) && shift.end().equals(wanted.end())) {
            change(shift, wanted, cause);
        } else {
            signUps.lookAgainWhereItsPeopleWait(shift);
            change(shift, wanted, cause);
            told.addAll(move(shift, places, cause, release));
        }
        resize(shift, places, wanted.roles(), cause);
        tell(shift, places, told);
    }

    /**
     * Who is in it stays in it and is told.
     *
     * @param shift read under its lock
     * @param same the same help as another organises it, whose shift this is from now on
     */
    void takeOver(Shift shift, Opportunity same) {
        mustBeAhead(shift);
        List<ShiftRole> places = new ArrayList<>(roles.locked(shift.id()));
        UUID cause = Ids.next();
        shift.handOver(same);
        keep(shift, cause);
        telling.all(shift, Notice.SHIFT_TAKEN_OVER, cause);
        tell(shift, places, new ArrayList<>());
    }

    private void mustBeAhead(Shift shift) {
        if (shift.isCancelled()) {
            throw new ShiftNotHeld();
        }
        if (shift.hasStarted(clock.instant())) {
            throw new ShiftStarted();
        }
    }

    private void change(Shift shift, NewShift wanted, UUID cause) {
        shift.change(wanted);
        keep(shift, cause);
    }

    private void keep(Shift shift, UUID cause) {
        shifts.touch(shift);
        shifts.flush();
        shifts.keepChange(cause, shift, caller.person(), clock.instant());
    }

    /** @param told what is to be told before the places that came free are filled */
    private void tell(Shift shift, List<ShiftRole> places, List<Event> told) {
        places.sort(Comparator.comparing(place -> place.role().code()));
        told.add(ShiftChanged.of(shift, places.stream().map(ShiftRole::places).toList()));
        places.forEach(role -> told.addAll(waitingList.fill(shift, role)));
        outbox.append(told);
    }

    private List<Event> move(Shift shift, List<ShiftRole> places, UUID cause, boolean release) {
        List<Event> left = new ArrayList<>();
        int inTwoPlaces = signUps.move(shift);
        // Again: somebody may have been confirmed elsewhere since
        while (inTwoPlaces > 0) {
            if (!release) {
                throw new ConfirmedElsewhere(inTwoPlaces);
            }
            signUps.confirmedElsewhere(shift).forEach(signUp -> left.add(release(signUp, places, cause)));
            signUps.flush();
            inTwoPlaces = signUps.move(shift);
        }
        places.forEach(role -> role.vacate(cause));
        telling.all(shift, Notice.SHIFT_MOVED, cause);
        return left;
    }

    private VolunteerLeft release(SignUp signUp, List<ShiftRole> places, UUID cause) {
        signUp.remove("MOVED");
        places.stream().filter(place -> place.role().equals(signUp.role())).forEach(place -> place.giveBack(cause));
        messages.decide(cause, signUp.person().id(), Notice.RELEASED.name());
        return VolunteerLeft.of(signUp);
    }

    private void resize(Shift shift, List<ShiftRole> places, List<RolePlaces> wanted, UUID cause) {
        for (int i = 0; i < wanted.size(); i++) {
            RolePlaces want = wanted.get(i);
            ShiftRole role = places.stream().filter(place -> place.role().equals(want.role())).findFirst().orElse(null);
            if (role == null) {
                want.role().mustBeKnown("roles[" + i + "].role");
                places.add(roles.add(shift, want));
            } else if (want.capacity() < role.taken()) {
                throw new PlacesTaken("roles[" + i + "].capacity", role.role(), role.taken());
            } else {
                role.resize(want.capacity(), cause);
            }
        }
    }
}
