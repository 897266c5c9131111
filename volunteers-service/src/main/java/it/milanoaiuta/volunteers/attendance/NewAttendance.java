package it.milanoaiuta.volunteers.attendance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.Text;
import it.milanoaiuta.volunteers.shift.Shift;

/**
 * Somebody was there.
 *
 * @param personId a confirmed person, as the list of sign-ups names her, or one who was recorded before; or null and
 * @param subject the sign-in id of a known person who came, with a place or without; or null too and
 * @param name of somebody new without an account
 * @param checkIn to the second
 * @param checkOut the shift's end when not given
 */
public record NewAttendance(
        @Schema(description = "A confirmed person, as the list of sign-ups names her, or one who was recorded before") UUID personId,
        @Schema(description = "Instead of personId: the sign-in id of whoever came, with a place or without; she has signed in at least once") UUID subject,
        @Schema(description = "Instead of both: the name of somebody new without an account; it goes into the vault") @Size(max = 120) String name,
        @NotNull Instant checkIn, Instant checkOut) {

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
