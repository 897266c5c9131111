package it.milanoaiuta.foodhub.inbound;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When goods that are entered later can have come. */
@ConfigMapping(prefix = "food-hub.arrival")
interface ArrivalRules {

    /** So long before, at most, in whole days: what is older is a mistake in the time. */
    @WithDefault("7d")
    Duration enteredWithin();
}
