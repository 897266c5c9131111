package it.milanoaiuta.foodhub;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The city's calendar: a day of a manager, a slot or a printed date is a day in Europe/Rome. */
public final class City {

    public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private City() {}

    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
