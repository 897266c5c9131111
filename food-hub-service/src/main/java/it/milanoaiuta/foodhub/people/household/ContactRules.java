package it.milanoaiuta.foodhub.people.household;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long looking up a household lasts. */
@ConfigMapping(prefix = "food-hub.contact")
interface ContactRules {

    /** Between an operator's look-up and her reading of what she found: a call, not a day (domain, Vault and erasure). */
    @WithDefault("1h")
    Duration ofACall();
}
