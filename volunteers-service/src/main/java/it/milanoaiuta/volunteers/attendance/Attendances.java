package it.milanoaiuta.volunteers.attendance;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who was where. */
@ApplicationScoped
public class Attendances implements PanacheRepositoryBase<Attendance, UUID> {

    Optional<Attendance> of(UUID shift, UUID person) {
        return find("shiftId = ?1 and personId = ?2", shift, person).firstResultOptional();
    }

    /** Keeps what stood before a correction. */
    void keep(AttendanceCorrection correction) {
        getEntityManager().persist(correction);
    }
}
