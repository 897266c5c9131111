package it.milanoaiuta.volunteers.signup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import it.milanoaiuta.platform.web.CityTime;

/**
 * The hours of the day in which somebody may be expected to read a message (domain, Sign-up), in Europe/Rome.
 *
 * @param night later than the morning
 */
record WakingHours(LocalTime morning, LocalTime night) {

    /** When so much waking time will have passed. */
    Instant after(Instant from, Duration waking) {
        ZonedDateTime time = awake(from.atZone(CityTime.ZONE));
        Duration left = waking;
        while (left.compareTo(Duration.between(time, time.with(night))) > 0) {
            left = left.minus(Duration.between(time, time.with(night)));
            time = time.plusDays(1).with(morning);
        }
        return time.plus(left).toInstant();
    }

    private ZonedDateTime awake(ZonedDateTime time) {
        if (time.toLocalTime().isBefore(morning)) {
            return time.with(morning);
        }
        return time.toLocalTime().isBefore(night) ? time : time.plusDays(1).with(morning);
    }
}
