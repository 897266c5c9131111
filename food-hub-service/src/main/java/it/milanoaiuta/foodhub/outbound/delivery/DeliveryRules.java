package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What who brings a delivery may know of it, and when. */
@ConfigMapping(prefix = "food-hub.delivery")
interface DeliveryRules {

    /** So long before she can be at the door she may know it (domain, People and what they may do). */
    @WithDefault("12h")
    Duration doorBefore();

    /** So long she sees what she brought, in whole days. */
    @WithDefault("7d")
    Duration seenFor();
}
