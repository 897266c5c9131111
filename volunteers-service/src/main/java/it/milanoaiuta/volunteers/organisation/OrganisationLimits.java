package it.milanoaiuta.volunteers.organisation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one person registers. */
@ConfigMapping(prefix = "volunteers.organisations")
interface OrganisationLimits {

    /** So many organisations of one owner wait for the city at once, at most. */
    @WithDefault("5")
    int mostPending();
}
