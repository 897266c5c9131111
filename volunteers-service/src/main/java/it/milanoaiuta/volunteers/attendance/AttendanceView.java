package it.milanoaiuta.volunteers.attendance;

import java.time.Instant;
import java.util.UUID;

/** That a person was at a shift, and when. */
public record AttendanceView(UUID id, UUID shiftId, UUID personId, Instant checkIn, Instant checkOut) {

    static AttendanceView of(Attendance attendance) {
        return new AttendanceView(attendance.id(), attendance.shiftId(), attendance.personId(), attendance.checkIn(),
                attendance.checkOut());
    }
}
