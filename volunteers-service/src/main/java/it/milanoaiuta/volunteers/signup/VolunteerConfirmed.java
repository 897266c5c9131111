package it.milanoaiuta.volunteers.signup;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/**
 * Somebody comes to a shift.
 *
 * @param payload as the SQL function <code>volunteer_confirmed</code> composes it, of which <code>sign_up</code> tells too
 */
@Published(topic = "volunteers.shifts")
public record VolunteerConfirmed(UUID aggregateId, String payload) implements Event {

    @JsonValue
    @JsonRawValue
    @Override
    public String payload() {
        return payload;
    }
}
