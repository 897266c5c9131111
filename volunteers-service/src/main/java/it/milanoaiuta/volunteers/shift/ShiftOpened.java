package it.milanoaiuta.volunteers.shift;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Published;
import it.milanoaiuta.volunteers.owner.OwnerKind;

/** People can sign up for a shift from now on. */
@Published(topic = "volunteers.shifts")
public record ShiftOpened(UUID shiftId, UUID opportunityId, OwnerKind ownerKind, UUID ownerId, UUID helpRequestId,
        Instant start, Instant end, List<RolePlaces> roles) implements Event {

    static ShiftOpened of(Shift shift, List<RolePlaces> roles) {
        return new ShiftOpened(shift.id, shift.opportunity.id(), shift.owner.ownerKind(), shift.owner.ownerId(),
                shift.helpRequestId, shift.startsAt, shift.endsAt, roles);
    }

    @Override
    public UUID aggregateId() {
        return shiftId;
    }
}
