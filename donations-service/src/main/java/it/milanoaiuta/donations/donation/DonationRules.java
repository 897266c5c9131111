package it.milanoaiuta.donations.donation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The periods of donations (domain, donations-service). */
@ConfigMapping(prefix = "donations.donation")
public interface DonationRules {

    /** A donation that did not come lapses so long after the end of its window. */
    @WithDefault("48h")
    Duration grace();

    /** How long goods whose need ended wait for their donor to want them back, unless they arrive before. */
    @WithDefault("48h")
    Duration stockAfter();

    /** A pledge without a window is kept so long. */
    @WithDefault("7d")
    Duration pledgeFor();

    /** How far ahead a window may be. */
    @WithDefault("60d")
    Duration scheduleAhead();

    /** How long a window may be. */
    @WithDefault("24h")
    Duration longestWindow();
}
