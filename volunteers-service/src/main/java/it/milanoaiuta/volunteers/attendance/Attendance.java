package it.milanoaiuta.volunteers.attendance;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import it.milanoaiuta.platform.web.Ids;

/** That a person was there, from and until when; what her hours are counted from. */
@Entity
public class Attendance {

    @Id
    private UUID id;
    private UUID shiftId;
    private UUID personId;
    private Instant checkIn;
    private Instant checkOut;
    private UUID recordedBy;
    private Instant recordedAt;
    private boolean recordedTwice;

    static Attendance begun(UUID shift, UUID person) {
        Attendance attendance = new Attendance();
        attendance.id = Ids.next();
        attendance.shiftId = shift;
        attendance.personId = person;
        return attendance;
    }

    boolean says(Instant in, Instant out) {
        return in.equals(checkIn) && out.equals(checkOut);
    }

    void say(Instant in, Instant out, UUID by, Instant now) {
        checkIn = in;
        checkOut = out;
        recordedBy = by;
        recordedAt = now;
        recordedTwice = false;
    }

    UUID id() {
        return id;
    }

    UUID shiftId() {
        return shiftId;
    }

    UUID personId() {
        return personId;
    }

    Instant checkIn() {
        return checkIn;
    }

    Instant checkOut() {
        return checkOut;
    }

    /** Who said so: a person acting for the shift's owner. */
    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
