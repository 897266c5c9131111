package it.milanoaiuta.volunteers.shift;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.volunteers.shift.ShiftRole.Key;

/** The places of all shifts. */
@ApplicationScoped
public class ShiftRoles implements PanacheRepositoryBase<ShiftRole, Key> {

    /** Locked to the end of the transaction: the first thing a change of sign-ups reads. */
    public ShiftRole locked(UUID shift, Role role) {
        return findById(new Key(shift, role), LockModeType.PESSIMISTIC_WRITE);
    }

    /** All of a shift, locked in one order. */
    public List<ShiftRole> locked(UUID shift) {
        return find("key.shiftId = ?1 order by key.role", shift).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** One more role of the shift. */
    public ShiftRole add(Shift shift, RolePlaces places) {
        ShiftRole role = ShiftRole.opened(shift.id(), places);
        persist(role);
        return role;
    }

    public List<ShiftRole> of(UUID shift) {
        return of(List.of(shift)).get(shift);
    }

    Map<UUID, List<ShiftRole>> of(Collection<UUID> shifts) {
        return find("key.shiftId in ?1 order by key.shiftId, key.role", shifts).stream()
                .collect(Collectors.groupingBy(ShiftRole::shiftId));
    }
}
