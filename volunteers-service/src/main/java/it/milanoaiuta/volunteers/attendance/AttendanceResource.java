package it.milanoaiuta.volunteers.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.volunteers.owner.Owners;
import it.milanoaiuta.volunteers.person.People;
import it.milanoaiuta.volunteers.person.Person;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftFrozen;
import it.milanoaiuta.volunteers.shift.ShiftNotHeld;
import it.milanoaiuta.volunteers.shift.Shifts;
import it.milanoaiuta.volunteers.signup.SignUps;

/** Who was there. */
@Path("/api/v1/shifts")
@Authenticated
@Tag(name = "Attendances")
public class AttendanceResource {

    @Inject
    Attendances attendances;

    @Inject
    Shifts shifts;

    @Inject
    SignUps signUps;

    @Inject
    People people;

    @Inject
    Owners owners;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    AttendanceRules rules;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Records that somebody was at a shift, or corrects it.
     * <p>
     * For whoever acts for the shift's owner, once the shift has begun; one who came without a place is recorded too. Recording
     * a person again replaces her times, and what stood before is kept. Hours and figures follow, and AttendanceRecorded tells
     * the hub (domain, Attendance). Refused: 409 shift-not-begun, shift-cancelled, shift-frozen (its organisation is
     * suspended), present-elsewhere (her times overlap those at another shift).
     *
     * @param shiftId the shift she was at
     * @return the presence as it stands now
     */
    @POST
    @Path("/{shiftId}/attendances")
    @Idempotent
    public AttendanceView recordAttendance(@RestPath UUID shiftId, @NotNull @Valid NewAttendance presence) {
        Shift shift = shifts.existing(shiftId);
        owners.mustActFor(shift.owner());
        request.claim();
        mustHaveBegun(shift);
        presence.mustFit(shift, rules, clock.instant());
        Person person = whoCame(shiftId, presence);
        Attendance attendance = attendances.findOf(shiftId, person.id())
                .orElseGet(() -> Attendance.begun(shiftId, person.id()));
        if (!attendance.says(presence.checkIn(), presence.checkOutOr(shift.end()))) {
            say(attendance, person, presence.checkIn(), presence.checkOutOr(shift.end()));
        }
        return AttendanceView.of(attendance);
    }

    private Person whoCame(UUID shiftId, NewAttendance presence) {
        if (presence.name() != null) {
            return people.withoutAccount(presence.name());
        }
        if (presence.subject() != null) {
            return people.findLockedBySubject(presence.subject())
                    .orElseThrow(() -> new InvalidField("subject", "unknown-person"));
        }
        return people.findLocked(presence.personId()).filter(her -> isOf(shiftId, her))
                .orElseThrow(() -> new InvalidField("personId", "person-not-confirmed"));
    }

    private boolean isOf(UUID shiftId, Person person) {
        return signUps.isConfirmed(shiftId, person.id()) || attendances.findOf(shiftId, person.id()).isPresent();
    }

    private void say(Attendance attendance, Person person, Instant checkIn, Instant checkOut) {
        if (attendances.isElsewhere(attendance.shiftId(), attendance.personId(), checkIn, checkOut)) {
            throw new PresentElsewhere();
        }
        if (attendances.isPersistent(attendance)) {
            attendances.keep(AttendanceCorrection.of(attendance));
        }
        attendance.say(checkIn, checkOut, caller.person(), clock.instant());
        attendances.persist(attendance);
        outbox.append(new AttendanceRecorded(attendance.shiftId(), attendance.personId(), person.subject(), checkIn, checkOut));
    }

    private void mustHaveBegun(Shift shift) {
        if (shift.isCancelled()) {
            throw new ShiftNotHeld();
        }
        if (!shift.hasStarted(clock.instant())) {
            throw new ShiftNotBegun();
        }
        if (shifts.isFrozen(shift)) {
            throw new ShiftFrozen();
        }
    }
}
