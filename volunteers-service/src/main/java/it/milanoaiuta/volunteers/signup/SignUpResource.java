package it.milanoaiuta.volunteers.signup;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.defaults.Caller;
import it.milanoaiuta.defaults.Cursor;
import it.milanoaiuta.defaults.NotFound;
import it.milanoaiuta.defaults.Page;
import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Idempotent;
import it.milanoaiuta.delivery.Outbox;
import it.milanoaiuta.volunteers.owner.Owners;
import it.milanoaiuta.volunteers.shift.Role;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.Shift.CancelReason;
import it.milanoaiuta.volunteers.shift.ShiftNotHeld;
import it.milanoaiuta.volunteers.shift.ShiftRole;
import it.milanoaiuta.volunteers.shift.ShiftRoles;
import it.milanoaiuta.volunteers.shift.ShiftStarted;
import it.milanoaiuta.volunteers.shift.Shifts;

/** Who comes to a shift. Whoever changes that holds the row of the places first. */
@Path("/api/v1/shifts")
@Tag(name = "Sign-ups")
public class SignUpResource {

    private static final UUID FIRST = new UUID(0, 0);

    /** The page offers the undo for 10 s; a slow network may take the rest. */
    private static final Duration UNDO_WINDOW = Duration.ofMinutes(1);

    @Inject
    Shifts shifts;

    @Inject
    ShiftRoles roles;

    @Inject
    SignUps signUps;

    @Inject
    WaitingList waitingList;

    @Inject
    CancellingShift cancelling;

    @Inject
    Owners owners;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @POST
    @Path("/{shiftId}/sign-ups")
    @Authenticated
    @Idempotent(inStatement = true)
    @ResponseStatus(201)
    @Operation(summary = "Sign up: confirmed, or waiting with a number; the same person twice takes one place")
    public SignUpAnswer signUp(@RestPath UUID shiftId, @NotNull @Valid NewSignUp wanted) {
        return signUps.signUp(shiftId, wanted.role(), caller.person());
    }

    @GET
    @Path("/{shiftId}/sign-ups")
    @Authenticated
    @Transactional
    @Operation(summary = "Who signed up, in that order; for the shift's owner")
    public Page<SignUpView> signUps(@RestPath UUID shiftId, @RestQuery String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit) {
        owners.requireForReading(shifts.get(shiftId).owner());
        Cursor seen = Cursor.decode(cursor, 1);
        return Page.of(signUps.of(shiftId, seen == null ? FIRST : seen.id(0), limit), limit, last -> Cursor.after(last.id))
                .map(signUp -> SignUpView.of(signUp, signUps.numberOf(signUp)));
    }

    @DELETE
    @Path("/{shiftId}/sign-ups/me")
    @Authenticated
    @Transactional
    @Operation(summary = "Leave; the first of the waiting list who can come gets the place. Repeating it is harmless")
    public void leave(@RestPath UUID shiftId) {
        Shift shift = shifts.get(shiftId);
        Optional<Role> role = signUps.liveRole(shiftId, caller.person());
        if (role.isEmpty()) {
            signUps.newest(shiftId, caller.person()).orElseThrow(NotFound::new);
            return;
        }
        if (shift.hasStarted(clock.instant())) {
            throw new ShiftStarted();
        }
        ShiftRole places = roles.locked(shiftId, role.get());
        signUps.live(shiftId, role.get(), caller.person()).ifPresent(mine -> outbox.append(leave(shift, places, mine)));
    }

    private List<Event> leave(Shift shift, ShiftRole places, SignUp mine) {
        List<Event> told = new ArrayList<>();
        boolean wasConfirmed = mine.state == SignUp.State.CONFIRMED;
        mine.leave(clock.instant(), shift.isNear(clock.instant()));
        if (mine.leftPlace) {
            waitingList.giveBack(places);
        } else {
            places.stopWaiting();
        }
        if (wasConfirmed) {
            told.add(VolunteerLeft.of(mine));
            signUps.lookAgainWhereSheWaits(mine);
        }
        told.addAll(waitingList.fill(shift, places, mine.id));
        return told;
    }

    @POST
    @Path("/{shiftId}/sign-ups/me/restoration")
    @Authenticated
    @Idempotent
    @Operation(summary = "Undo a leave of this minute: the place back if nobody holds it, else the first waiting place")
    public SignUpAnswer restore(@RestPath UUID shiftId) {
        SignUp left = signUps.newest(shiftId, caller.person()).orElseThrow(NotFound::new);
        ShiftRole places = roles.locked(shiftId, left.role);
        Shift shift = stillToBeHeld(shiftId);
        Optional<SignUp> back = signUps.live(shiftId, left.role, caller.person());
        if (back.isPresent()) {
            return answer(back.get());
        }
        if (!left.wasLeft()) {
            throw new NothingToUndo();
        }
        if (left.leftAt.plus(UNDO_WINDOW).isBefore(clock.instant())) {
            throw new UndoTooLate();
        }
        left.undo();
        SignUp again = SignUp.again(left, places.arrive(), left.leftPlace ? signUps.frontOfQueue(places) : left.queue,
                clock.instant());
        signUps.persist(again);
        places.beginToWait();
        if (places.hasFree()) {
            outbox.append(waitingList.take(shift, places, again));
        }
        return answer(again);
    }

    @POST
    @Path("/{shiftId}/sign-ups/me/acceptance")
    @Authenticated
    @Idempotent
    @Operation(summary = "Accept a place one was offered, or be the first to take a free one all were asked about")
    public SignUpAnswer accept(@RestPath UUID shiftId) {
        Role role = signUps.liveRole(shiftId, caller.person()).orElseThrow(NotFound::new);
        ShiftRole places = roles.locked(shiftId, role);
        Shift shift = stillToBeHeld(shiftId);
        SignUp mine = signUps.live(shiftId, role, caller.person()).orElseThrow(NotFound::new);
        if (mine.state == SignUp.State.CONFIRMED) {
            return answer(mine);
        }
        boolean kept = mine.state == SignUp.State.OFFERED;
        if (!mine.mayAccept(clock.instant()) || !kept && !places.hasFree()) {
            throw new NoPlaceOffered();
        }
        outbox.append(waitingList.take(shift, places, mine));
        return answer(mine);
    }

    @DELETE
    @Path("/{shiftId}")
    @Authenticated
    @Transactional
    @Operation(summary = "Cancel a shift that has not begun and tell everybody in it; for its owner. Repeating it is harmless")
    public void cancelShift(@RestPath UUID shiftId) {
        Shift shift = shifts.get(shiftId);
        owners.require(shift.owner());
        if (!shift.isCancelled() && shift.hasStarted(clock.instant())) {
            throw new ShiftStarted();
        }
        cancelling.cancel(shiftId, CancelReason.OWNER);
    }

    /** Read after its places were locked: a cancellation holds those too. */
    private Shift stillToBeHeld(UUID shiftId) {
        Shift shift = shifts.get(shiftId);
        if (shift.isCancelled()) {
            throw new ShiftNotHeld();
        }
        if (shift.hasStarted(clock.instant())) {
            throw new ShiftStarted();
        }
        return shift;
    }

    private SignUpAnswer answer(SignUp signUp) {
        signUps.flush();
        return SignUpAnswer.of(signUp, signUps.numberOf(signUp));
    }
}
