package it.milanoaiuta.volunteers.attendance;

import java.time.Instant;
import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** Somebody was there; told again when it is corrected: the last one holds. */
@Published(topic = "volunteers.shifts")
public record AttendanceRecorded(UUID shiftId, UUID personId, UUID subject, Instant checkIn, Instant checkOut)
        implements
            Event {

    @Override
    public UUID aggregateId() {
        return shiftId;
    }
}
