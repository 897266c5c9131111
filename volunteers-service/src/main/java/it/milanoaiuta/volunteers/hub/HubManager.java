package it.milanoaiuta.volunteers.hub;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** That a person manages a hub from a day to a day, both included, in Europe/Rome: food-hub's row, copied. */
@Entity
public class HubManager {

    /** @param subject the person's sign-in */
    @Embeddable
    public record Key(UUID hubId, UUID subject) {}

    @EmbeddedId
    Key key;
    LocalDate fromDay;
    LocalDate untilDay;

    boolean manages(LocalDate day) {
        return !day.isBefore(fromDay) && (untilDay == null || !day.isAfter(untilDay));
    }
}
