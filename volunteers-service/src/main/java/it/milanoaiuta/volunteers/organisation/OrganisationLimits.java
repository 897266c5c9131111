package it.milanoaiuta.volunteers.organisation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one person, or one organisation, registers. */
@ConfigMapping(prefix = "volunteers.organisations")
interface OrganisationLimits {

    /** So many organisations of one owner wait for the city at once, at most. */
    @WithDefault("5")
    int mostPending();

    /** So many people act for one organisation, at most. */
    @WithDefault("500")
    int mostMembers();
}
