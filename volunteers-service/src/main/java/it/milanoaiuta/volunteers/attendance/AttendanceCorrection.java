package it.milanoaiuta.volunteers.attendance;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** What an attendance said before it was corrected, who had said it and when. */
@Entity
public class AttendanceCorrection {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private UUID attendanceId;
    private Instant checkIn;
    private Instant checkOut;
    private UUID recordedBy;
    private Instant recordedAt;

    static AttendanceCorrection of(Attendance before) {
        AttendanceCorrection correction = new AttendanceCorrection();
        correction.attendanceId = before.id();
        correction.checkIn = before.checkIn();
        correction.checkOut = before.checkOut();
        correction.recordedBy = before.recordedBy();
        correction.recordedAt = before.recordedAt();
        return correction;
    }
}
