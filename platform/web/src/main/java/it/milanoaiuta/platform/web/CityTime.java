package it.milanoaiuta.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The city's calendar: a day, of a manager, a slot, a printed date or a figure, is a day in Europe/Rome; what is kept is an instant. */
public final class CityTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private CityTime() {}

    /** Whatever zone the clock is in. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** When it begins; the next day's beginning is its end, 23 or 25 hours later on two days of the year. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
