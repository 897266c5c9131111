package it.milanoaiuta.volunteers.organising;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a suspended organisation's shifts wait for what becomes of it. */
@ConfigMapping(prefix = "volunteers.frozen")
interface FreezingRules {

    /** So long after the suspension those that have not begun are cancelled, whole seconds (domain, Organisation). */
    @WithDefault("P7D")
    Duration longest();
}
