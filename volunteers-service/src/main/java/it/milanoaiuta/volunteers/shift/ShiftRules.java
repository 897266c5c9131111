package it.milanoaiuta.volunteers.shift;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a shift can be, and how long before it others are looked for. */
@ConfigMapping(prefix = "volunteers.shifts")
public interface ShiftRules {

    /** So long a shift is at most. */
    @WithDefault("PT24H")
    Duration longest();

    /** So far ahead a shift begins at most: what is later is a slip of the pen. */
    @WithDefault("P730D")
    Duration furthest();

    /** A suspended organisation's shifts that begin within this are the coordinator's to save (domain, Organisation). */
    @WithDefault("PT72H")
    Duration toTakeOver();
}
