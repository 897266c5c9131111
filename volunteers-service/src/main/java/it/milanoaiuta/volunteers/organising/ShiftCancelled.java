package it.milanoaiuta.volunteers.organising;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;
import it.milanoaiuta.volunteers.owner.OwnerKind;
import it.milanoaiuta.volunteers.shift.Shift;

/** It will not be held; every sign-up for it ended with it. */
@Published(topic = "volunteers.shifts")
public record ShiftCancelled(UUID shiftId, OwnerKind ownerKind, UUID ownerId, UUID helpRequestId, Shift.CancelReason reason)
        implements
            Event {

    public static ShiftCancelled of(Shift shift) {
        return new ShiftCancelled(shift.id(), shift.owner().ownerKind(), shift.owner().ownerId(), shift.helpRequestId(),
                shift.cancelReason());
    }

    @Override
    public UUID aggregateId() {
        return shiftId;
    }
}
