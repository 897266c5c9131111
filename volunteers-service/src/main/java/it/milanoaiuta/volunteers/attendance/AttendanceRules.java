package it.milanoaiuta.volunteers.attendance;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What times of a presence can be meant. */
@ConfigMapping(prefix = "volunteers.attendance")
interface AttendanceRules {

    /** So much earlier or later than planned somebody may have come or gone; more is a slip of the pen. */
    @WithDefault("PT4H")
    Duration slack();
}
