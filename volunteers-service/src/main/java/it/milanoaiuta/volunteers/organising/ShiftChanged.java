package it.milanoaiuta.volunteers.organising;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;
import it.milanoaiuta.volunteers.shift.RolePlaces;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.ShiftFacts;

/** Times, places or owner of a shift changed; the whole is told again. Who is confirmed stays so, unless told after it. */
@Published(topic = "volunteers.shifts")
public record ShiftChanged(@JsonUnwrapped ShiftFacts facts) implements Event {

    public static ShiftChanged of(Shift shift, List<RolePlaces> roles) {
        return new ShiftChanged(ShiftFacts.of(shift, roles));
    }

    @Override
    public UUID aggregateId() {
        return facts.shiftId();
    }
}
