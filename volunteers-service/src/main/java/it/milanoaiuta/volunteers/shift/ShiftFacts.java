package it.milanoaiuta.volunteers.shift;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.volunteers.owner.OwnerKind;

/**
 * What others are told of a shift.
 *
 * @param helpRequestId the hub's request it answers, or null
 */
public record ShiftFacts(UUID shiftId, UUID opportunityId, OwnerKind ownerKind, UUID ownerId, UUID helpRequestId, Instant start,
        Instant end, List<RolePlaces> roles) {

    public static ShiftFacts of(Shift shift, List<RolePlaces> roles) {
        return new ShiftFacts(shift.id(), shift.opportunity().id(), shift.owner().ownerKind(), shift.owner().ownerId(),
                shift.helpRequestId(), shift.start(), shift.end(), roles);
    }
}
