package it.milanoaiuta.volunteers.signup;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.defaults.Caller;
import it.milanoaiuta.defaults.Ids;
import it.milanoaiuta.defaults.Version;
import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Messages;
import it.milanoaiuta.delivery.Outbox;
import it.milanoaiuta.volunteers.shift.NewShift;
import it.milanoaiuta.volunteers.shift.RolePlaces;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftChange;
import it.milanoaiuta.volunteers.shift.ShiftChanged;
import it.milanoaiuta.volunteers.shift.ShiftNotHeld;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.ShiftRoles;
import it.milanoaiuta.volunteers.shift.ShiftStarted;
import it.milanoaiuta.volunteers.shift.Shifts;

/** Moves a shift or changes its places with everybody in it: places that come free are filled as after a leave. */
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
    Messages messages;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * @param seen the version the caller decided on
     * @throws PlacesTaken when fewer places are wanted than people hold
     * @throws ConfirmedElsewhere when confirmed people would be in two places at once
     */
    void change(UUID id, long seen, ShiftChange change) {
        Shift shift = shifts.locked(id);
        if (shift.version() != seen) {
            throw new Version.Stale();
        }
        if (shift.isCancelled()) {
            throw new ShiftNotHeld();
        }
        if (shift.hasStarted(clock.instant())) {
            throw new ShiftStarted();
        }
        List<ShiftRole> places = new ArrayList<>(roles.locked(id));
        NewShift wanted = change.over(shift, places, clock);
        UUID cause = Ids.next();
        // Times first: what changes after them is counted on the new day
        move(shift, wanted, cause);
        resize(shift, places, wanted.roles());
        List<Event> told = new ArrayList<>();
        places.sort(Comparator.comparing(place -> place.role().name()));
        told.add(ShiftChanged.of(shift, places.stream().map(ShiftRole::places).toList()));
        places.forEach(role -> told.addAll(waitingList.fill(shift, role, cause)));
        outbox.append(told);
    }

    private void move(Shift shift, NewShift wanted, UUID cause) {
        boolean moves = !shift.start().equals(wanted.start()) || !shift.end().equals(wanted.end());
        if (moves) {
            signUps.lookAgainWhereItsPeopleWait(shift);
        }
        shift.change(wanted);
        shifts.flush();
        shifts.keepChange(cause, shift, caller.person(), clock.instant());
        if (moves) {
            int inTwoPlaces = signUps.move(shift);
            if (inTwoPlaces > 0) {
                throw new ConfirmedElsewhere(inTwoPlaces);
            }
            signUps.live(shift.id())
                    .forEach(signUp -> messages.decide(cause, signUp.person.id(), Notice.SHIFT_MOVED.name()));
        }
    }

    private void resize(Shift shift, List<ShiftRole> places, List<RolePlaces> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            RolePlaces want = wanted.get(i);
            ShiftRole role = places.stream().filter(place -> place.role() == want.role()).findFirst().orElse(null);
            if (role == null) {
                places.add(roles.add(shift, want));
            } else if (want.capacity() < role.taken()) {
                throw new PlacesTaken("roles[" + i + "].capacity", role.role(), role.taken());
            } else {
                waitingList.resize(role, want.capacity());
            }
        }
    }
}
