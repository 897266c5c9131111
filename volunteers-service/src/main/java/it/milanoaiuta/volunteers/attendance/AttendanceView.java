package it.milanoaiuta.volunteers.attendance;

import java.time.Instant;
import java.util.UUID;

/**
 * That a person was at a shift, and when; her hours are counted from it.
 *
 * @param shiftId the shift she was at
 * @param personId the opaque id of the person, as the list of sign-ups names her; never her sign-in id
 * @param checkIn when she came, to the second
 * @param checkOut when she left, to the second; the shift's end where nobody said otherwise
 */
public record AttendanceView(UUID id, UUID shiftId, UUID personId, Instant checkIn, Instant checkOut) {

    static AttendanceView of(Attendance attendance) {
        return new AttendanceView(attendance.id(), attendance.shiftId(), attendance.personId(), attendance.checkIn(),
                attendance.checkOut());
    }
}
