package it.milanoaiuta.volunteers.signup;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.volunteers.owner.Owners;
import it.milanoaiuta.volunteers.shift.Role;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftFrozen;
import it.milanoaiuta.volunteers.shift.ShiftNotHeld;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.ShiftRoles;
import it.milanoaiuta.volunteers.shift.ShiftStarted;
import it.milanoaiuta.volunteers.shift.Shifts;

/** Who comes to a shift. Whoever changes that holds the row of the places first. */
@Path("/api/v1/shifts")
@Authenticated
@Tag(name = "Sign-ups")
public class SignUpResource {

    @Inject
    Shifts shifts;

    @Inject
    ShiftRoles roles;

    @Inject
    SignUps signUps;

    @Inject
    WaitingList waitingList;

    @Inject
    Owners owners;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    SignUpRules rules;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Signs the caller up for a shift: confirmed, or on the waiting list with a number.
     * <p>
     * For whoever is signed in; capacity is never exceeded, and asking again for the same role answers how her sign-up stands.
     * A free place is hers unless somebody who waits was asked about it less than 30 minutes ago or is still to be asked.
     * VolunteerConfirmed tells the hub. Refused: 409 shift-started, shift-cancelled, shift-frozen, signed-up-in-another-role,
     * shifts-overlap (she is confirmed elsewhere at that time), too-many-sign-ups (60 ahead) (domain, Sign-up).
     *
     * @param shiftId the shift
     */
    @POST
    @Path("/{shiftId}/sign-ups")
    @Idempotent(inStatement = true)
    @ResponseStatus(201)
    public RestResponse<SignUpAnswer> signUp(@RestPath UUID shiftId, @NotNull @Valid NewSignUp wanted) {
        return Created.at("/api/v1/shifts/" + shiftId + "/sign-ups/me",
                signUps.signUp(shiftId, wanted.role(), caller.person()));
    }

    /**
     * Lists who signed up for a shift, in that order, those who left too.
     * <p>
     * For whoever acts for the shift's owner; to everybody else it is 404.
     *
     * @param shiftId the shift
     */
    @GET
    @Path("/{shiftId}/sign-ups")
    @Transactional
    public Page<SignUpView> signUps(@RestPath UUID shiftId, @BeanParam @Valid Paging paging) {
        owners.mustReadFor(shifts.existing(shiftId).owner());
        Page<SignUp> page = paging.page(signUps.of(shiftId, paging.from(Paging.FIRST_ID).id(0), paging.rows()),
                last -> Cursor.after(last.id()));
        Map<UUID, Integer> numbers = signUps.numbersOf(page.items());
        return page.map(signUp -> SignUpView.of(signUp, numbers.get(signUp.id())));
    }

    /**
     * Takes the caller out of a shift or off its waiting list.
     * <p>
     * More than 24 h before the start the next who can come has the place at once and is told; later people are asked in turn
     * and the leave is late. VolunteerLeft tells the hub. Repeating it changes nothing; it can be undone for a minute. Refused:
     * 404 when she never signed up, 409 shift-started.
     *
     * @param shiftId the shift
     */
    @DELETE
    @Path("/{shiftId}/sign-ups/me")
    @Transactional
    public void leave(@RestPath UUID shiftId) {
        Role role = signUps.findRole(shiftId, caller.person()).orElseThrow(NotFound::new);
        ShiftRole places = roles.locked(shiftId, role);
        signUps.findLive(shiftId, role, caller.person())
                .ifPresent(mine -> outbox.append(leave(mustBeAhead(shifts.existing(shiftId)), places, mine)));
    }

    private List<Event> leave(Shift shift, ShiftRole places, SignUp mine) {
        List<Event> told = new ArrayList<>();
        boolean wasConfirmed = mine.state() == SignUp.State.CONFIRMED;
        if (mine.state() == SignUp.State.WAITING) {
            waitingList.stopWaiting(places, mine);
        }
        mine.leave(clock.instant(), shift.isNear(clock.instant()));
        if (mine.hasLeftPlace()) {
            places.giveBack(mine.id());
        }
        if (wasConfirmed) {
            told.add(VolunteerLeft.of(mine));
            signUps.lookAgainWhereSheWaits(mine);
        }
        told.addAll(waitingList.fill(shift, places));
        return told;
    }

    /**
     * Undoes a leave of the last minute.
     * <p>
     * She has her place back if nobody holds it, else the first waiting place; who only waited waits where she did. An undone
     * leave is not late. Refused: 409 nothing-to-undo, undo-too-late, shift-started, shift-cancelled, shifts-overlap.
     *
     * @param shiftId the shift
     */
    @POST
    @Path("/{shiftId}/sign-ups/me/restoration")
    @Idempotent
    public SignUpAnswer restore(@RestPath UUID shiftId) {
        request.claim();
        Role role = signUps.findRole(shiftId, caller.person()).orElseThrow(NotFound::new);
        Held held = held(shiftId, role);
        if (held.mine.isPresent()) {
            return answer(held.mine.get());
        }
        SignUp left = signUps.findNewest(shiftId, caller.person()).orElseThrow(NotFound::new);
        if (!left.wasLeft()) {
            throw new NothingToUndo();
        }
        if (left.leftAt().plus(rules.undo()).isBefore(clock.instant())) {
            throw new UndoTooLate();
        }
        left.undo();
        SignUp again = SignUp.again(left, held.places.arrive(),
                left.hasLeftPlace() ? signUps.frontOfQueue(held.places) : left.queue(), clock.instant());
        signUps.persist(again);
        held.places.beginToWait();
        if (left.hasLeftPlace() && held.places.hasFree()) {
            return take(held, again);
        }
        outbox.append(waitingList.fill(held.shift, held.places));
        return answer(again);
    }

    /**
     * Says yes to a free place the caller was asked about; the first yes has it.
     * <p>
     * In the last two hours before the start whoever waits may take what is free. VolunteerConfirmed tells the hub. Refused:
     * 409 no-place-offered when nobody asked her or somebody was faster: she keeps her place on the waiting list; shift-frozen,
     * shift-started, shift-cancelled, shifts-overlap (domain, Sign-up).
     *
     * @param shiftId the shift
     */
    @POST
    @Path("/{shiftId}/sign-ups/me/acceptance")
    @Idempotent
    public SignUpAnswer accept(@RestPath UUID shiftId) {
        request.claim();
        Role role = signUps.findRole(shiftId, caller.person()).orElseThrow(NotFound::new);
        Held held = held(shiftId, role);
        SignUp mine = held.mine.orElseThrow(NotFound::new);
        if (mine.state() == SignUp.State.CONFIRMED) {
            return answer(mine);
        }
        if (shifts.isFrozen(held.shift)) {
            throw new ShiftFrozen();
        }
        boolean mayTake = mine.isAsked() || !clock.instant().isBefore(held.shift.lastCall());
        if (!mayTake || !held.places.hasFree()) {
            throw new NoPlaceOffered();
        }
        return take(held, mine);
    }

    /** What stays true while the places are locked: a change of the shift locks them too. */
    private record Held(ShiftRole places, Shift shift, Optional<SignUp> mine) {}

    /** Of a shift that is still to be held. */
    private Held held(UUID shiftId, Role role) {
        ShiftRole places = roles.locked(shiftId, role);
        Shift shift = mustBeAhead(shifts.existing(shiftId));
        if (shift.isCancelled()) {
            throw new ShiftNotHeld();
        }
        return new Held(places, shift, signUps.findLive(shiftId, role, caller.person()));
    }

    private Shift mustBeAhead(Shift shift) {
        if (shift.hasStarted(clock.instant())) {
            throw new ShiftStarted();
        }
        return shift;
    }

    private SignUpAnswer take(Held held, SignUp signUp) {
        outbox.append(waitingList.take(held.places, signUp));
        return answer(signUp);
    }

    private SignUpAnswer answer(SignUp signUp) {
        signUps.flush();
        return SignUpAnswer.of(signUp, signUps.numbersOf(List.of(signUp)).get(signUp.id()));
    }
}
