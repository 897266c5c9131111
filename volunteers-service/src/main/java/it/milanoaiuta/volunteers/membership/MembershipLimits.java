package it.milanoaiuta.volunteers.membership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many act for one organisation. */
@ConfigMapping(prefix = "volunteers.members")
interface MembershipLimits {

    /** So many people act for one organisation, at most. */
    @WithDefault("500")
    int most();
}
