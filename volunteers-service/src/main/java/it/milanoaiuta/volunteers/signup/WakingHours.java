package it.milanoaiuta.volunteers.signup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours of the day in which somebody may be expected to read a message: 7 to 22 in Europe/Rome (domain, Sign-up). */
final class WakingHours {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private WakingHours() {}

    /** When so much waking time will have passed. */
    static Instant after(Instant from, Duration waking) {
        ZonedDateTime time = awake(from.atZone(ROME));
        Duration left = waking;
        while (left.compareTo(Duration.between(time, time.with(NIGHT))) > 0) {
            left = left.minus(Duration.between(time, time.with(NIGHT)));
            time = time.plusDays(1).with(MORNING);
        }
        return time.plus(left).toInstant();
    }

    private static ZonedDateTime awake(ZonedDateTime time) {
        if (time.toLocalTime().isBefore(MORNING)) {
            return time.with(MORNING);
        }
        return time.toLocalTime().isBefore(NIGHT) ? time : time.plusDays(1).with(MORNING);
    }
}
