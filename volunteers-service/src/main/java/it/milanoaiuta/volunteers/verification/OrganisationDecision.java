package it.milanoaiuta.volunteers.verification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.MultiLine;
import it.milanoaiuta.volunteers.organisation.Organisation;

/**
 * What the city says to a registration.
 *
 * @param decision whether it is verified
 * @param reason why, for the organisation to read, in the coordinator's words; needed to reject, else not kept
 */
public record OrganisationDecision(@NotNull Decision decision, @Size(max = 500) @MultiLine String reason) {

    /** The two ways a registration can go. */
    public enum Decision {
        /** It may publish from now on. */
        VERIFIED,
        /** For the reason given. */
        REJECTED
    }

    void applyTo(Organisation organisation) {
        if (decision == Decision.VERIFIED) {
            organisation.verify();
        } else if (reason == null) {
            throw new InvalidField("reason", "reason-needed");
        } else {
            organisation.reject(reason);
        }
    }
}
