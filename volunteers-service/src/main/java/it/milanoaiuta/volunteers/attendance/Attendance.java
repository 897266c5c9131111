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
    UUID id;
    UUID shiftId;
    UUID personId;
    Instant checkIn;
    Instant checkOut;
    UUID recordedBy;
    Instant recordedAt;
    boolean recordedTwice;

    static Attendance of(UUID shift, UUID person) {
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
}
