package it.milanoaiuta.foodhub.outbound.parcel;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** On which days goods are handed over. */
@ConfigMapping(prefix = "food-hub.hand-over")
public interface HandOverRules {

    /** So far ahead of today at most, in whole days: what is later is a slip of the pen. */
    @WithDefault("60d")
    Duration ahead();
}
