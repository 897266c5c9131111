package it.milanoaiuta.volunteers.signup;

import java.time.Duration;
import java.time.LocalTime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When those who wait are asked about a free place (domain, Sign-up). */
@ConfigMapping(prefix = "volunteers.waiting-list")
interface WaitingListRules {

    /** So long after one was asked, in waking hours, the next is. */
    @WithDefault("PT30M")
    Duration betweenAsks();

    /** From then on people are awake, in Europe/Rome. */
    @WithDefault("07:00")
    LocalTime morning();

    /** From then on they may be asleep, in Europe/Rome; later than the morning. */
    @WithDefault("22:00")
    LocalTime night();
}
