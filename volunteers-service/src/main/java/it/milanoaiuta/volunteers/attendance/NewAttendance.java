package it.milanoaiuta.volunteers.attendance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.Text;
import it.milanoaiuta.volunteers.shift.Shift;

/**
 * Who was at a shift, and when. Exactly one of personId, subject and name says who; else 400 person-or-subject.
 *
 * @param personId a confirmed person, as the list of sign-ups names her, or one who was recorded at this shift before; else 400
 *        person-not-confirmed
 * @param subject the sign-in id (sub) of whoever came, with a place or without; she has signed in at least once, else 400
 *        unknown-person
 * @param name of somebody new without an account; it goes into the vault, and each new request with it makes another person
 * @param checkIn when she came, not in the future: from 4 h before the shift's start until before its end; kept to the second
 * @param checkOut when she left, after checkIn and not in the future, at most 4 h after the shift's end; the shift's end when
 *        not given
 */
public record NewAttendance(UUID personId, UUID subject, @Size(max = 120) String name, @NotNull Instant checkIn,
        Instant checkOut) {

    public NewAttendance {
        name = name == null ? null : Text.line(name);
        checkIn = checkIn == null ? null : checkIn.truncatedTo(ChronoUnit.SECONDS);
        checkOut = checkOut == null ? null : checkOut.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public String toString() {
        return "NewAttendance[…]";
    }

    Instant checkOutOr(Instant end) {
        return checkOut == null ? end : checkOut;
    }

    /** What annotations cannot say. */
    void mustFit(Shift shift, AttendanceRules rules, Instant now) {
        if (Stream.of(personId, subject, name).filter(Objects::nonNull).count() != 1) {
            throw new InvalidField("personId", "person-or-subject");
        }
        if (checkIn.isAfter(now)) {
            throw new InvalidField("checkIn", "not-yet");
        }
        if (checkOut != null && checkOut.isAfter(now)) {
            throw new InvalidField("checkOut", "not-yet");
        }
        if (checkIn.isBefore(shift.start().minus(rules.slack())) || !checkIn.isBefore(shift.end())) {
            throw new InvalidField("checkIn", "time-outside-shift");
        }
        if (checkOut != null && checkOut.isAfter(shift.end().plus(rules.slack()))) {
            throw new InvalidField("checkOut", "time-outside-shift");
        }
        if (checkOut != null && !checkOut.isAfter(checkIn)) {
            throw new InvalidField("checkOut", "check-out-before-check-in");
        }
    }
}
