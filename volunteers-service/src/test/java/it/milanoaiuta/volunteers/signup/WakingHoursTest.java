package it.milanoaiuta.volunteers.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WakingHoursTest {

    private static final WakingHours AWAKE = new WakingHours(LocalTime.of(7, 0), LocalTime.of(22, 0));
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @ParameterizedTest
    @CsvSource({"2026-03-10T10:00, PT2H, 2026-03-10T12:00", "2026-03-10T21:00, PT2H, 2026-03-11T08:00",
            "2026-03-10T20:00, PT2H, 2026-03-10T22:00", "2026-03-10T23:30, PT2H, 2026-03-11T09:00",
            "2026-03-10T03:00, PT2H, 2026-03-10T09:00", "2026-03-10T22:00, PT2H, 2026-03-11T09:00",
            "2026-03-10T21:50, PT30M, 2026-03-11T07:20", "2026-03-10T23:00, PT0S, 2026-03-11T07:00",
            "2026-03-28T21:00, PT2H, 2026-03-29T08:00", "2026-10-24T21:30, PT6H, 2026-10-25T12:30"})
    void only_hours_in_which_people_are_awake_count(LocalDateTime from, Duration waking, LocalDateTime until) {
        assertThat(AWAKE.after(from.atZone(ROME).toInstant(), waking)).isEqualTo(until.atZone(ROME).toInstant());
    }
}
