package it.milanoaiuta.volunteers.shift;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Published;

/** People can sign up for a shift from now on. */
@Published(topic = "volunteers.shifts")
public record ShiftOpened(@JsonUnwrapped ShiftFacts facts) implements Event {

    @Override
    public UUID aggregateId() {
        return facts.shiftId();
    }
}
