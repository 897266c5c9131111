package it.milanoaiuta.volunteers.figures;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Of what period figures are asked for (domain, The city's dashboard), in whole days. */
@ConfigMapping(prefix = "volunteers.figure")
interface FigureRules {

    /** The longest one. */
    @WithDefault("366d")
    Duration longestPeriod();
}
