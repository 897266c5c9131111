package it.milanoaiuta.foodhub.figures;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Of what period figures are asked for (domain, The city's dashboard). */
@ConfigMapping(prefix = "food-hub.figure")
interface FigureRules {

    /** The longest one, in whole days. */
    @WithDefault("366d")
    Duration longestPeriod();
}
