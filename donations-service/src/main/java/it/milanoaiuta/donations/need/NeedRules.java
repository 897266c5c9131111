package it.milanoaiuta.donations.need;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long needs last and who is trusted (domain, donations-service). */
@ConfigMapping(prefix = "donations.need")
public interface NeedRules {

    /** How far ahead the day may be by when something is needed. */
    @WithDefault("366d")
    Duration askAhead();

    /** How long an urgent need stays in the public lists without a renewal. */
    @WithDefault("48h")
    Duration freshFor();

    /** The longest a non-urgent one does, when its by-when is later. */
    @WithDefault("7d")
    Duration ordinaryFreshForAtMost();

    /** How long before it expires its owner is reminded. */
    @WithDefault("12h")
    Duration remindBefore();

    /** Validated needs after which an organisation's next ones are published at once … */
    @WithDefault("3")
    int cleanRecordAfter();

    /** … while none was rejected for this long. */
    @WithDefault("180d")
    Duration cleanRecordFor();
}
