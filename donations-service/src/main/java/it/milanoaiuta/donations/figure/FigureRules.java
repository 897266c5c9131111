package it.milanoaiuta.donations.figure;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Of what period figures are asked for (domain, The city's dashboard), in whole days. */
@ConfigMapping(prefix = "donations.figure")
public interface FigureRules {

    /** The longest one. */
    @WithDefault("366d")
    Duration longestPeriod();

    /** The one that ends on the last day when no first day is said. */
    @WithDefault("30d")
    Duration usualPeriod();
}
