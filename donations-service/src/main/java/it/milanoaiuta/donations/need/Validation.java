package it.milanoaiuta.donations.need;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.MultiLine;

/**
 * A coordinator's answer to a pending need.
 *
 * @param decision whether it is published
 * @param reason in the coordinator's words, for its owner to read; needed for REJECTED, else not kept
 */
public record Validation(
        @NotNull Decision decision,
        @Size(min = 1, max = 500) @MultiLine String reason) {

    /** Yes or no. */
    public enum Decision {
        /** It enters the public lists at once. */
        PUBLISHED,
        /** For the reason given; it stays so. */
        REJECTED
    }
}
