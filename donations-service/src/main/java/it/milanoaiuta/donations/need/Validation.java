package it.milanoaiuta.donations.need;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.MultiLine;

/** A coordinator's answer to a pending need. */
public record Validation(
        @NotNull Decision decision,
        @Size(min = 1, max = 500) @MultiLine @Schema(description = "Needed for REJECTED; its owner reads it") String reason) {

    /** Yes or no. */
    public enum Decision {
        PUBLISHED, REJECTED
    }
}
