package it.milanoaiuta.volunteers.attendance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who was where. */
@ApplicationScoped
public class Attendances implements PanacheRepositoryBase<Attendance, UUID> {

    Optional<Attendance> findOf(UUID shift, UUID person) {
        return find("shiftId = ?1 and personId = ?2", shift, person).firstResultOptional();
    }

    /** Whether she was recorded at another shift between these times, the end not included. Her row is held. */
    boolean isElsewhere(UUID shift, UUID person, Instant in, Instant out) {
        return count("personId = ?1 and shiftId <> ?2 and checkIn < ?4 and checkOut > ?3", person, shift, in, out) > 0;
    }

    /** Keeps what stood before a correction. */
    void keep(AttendanceCorrection correction) {
        getEntityManager().persist(correction);
    }
}
