package it.milanoaiuta.volunteers.shift;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** People can sign up for a shift from now on. */
@Published(topic = "volunteers.shifts")
public record ShiftOpened(@JsonUnwrapped ShiftFacts facts) implements Event {

    @Override
    public UUID aggregateId() {
        return facts.shiftId();
    }
}
