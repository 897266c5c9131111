package it.milanoaiuta.foodhub.confirming;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long confirmations that did not apply any more wait for a manager. */
@ConfigMapping(prefix = "food-hub.settling")
interface SettlingRules {

    /** So long until there is an alarm, whole seconds (domain, Confirmations made offline). */
    @WithDefault("24h")
    Duration patience();
}
