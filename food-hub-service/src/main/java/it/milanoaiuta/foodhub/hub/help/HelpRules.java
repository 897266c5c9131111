package it.milanoaiuta.foodhub.hub.help;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** For what a hub may ask volunteers. */
@ConfigMapping(prefix = "food-hub.help-request")
interface HelpRules {

    /** So long its shift is at most: as long as volunteers-service takes one. */
    @WithDefault("24h")
    Duration longest();

    /** So far ahead it begins at most: what is later is a slip of the pen. */
    @WithDefault("366d")
    Duration furthest();
}
