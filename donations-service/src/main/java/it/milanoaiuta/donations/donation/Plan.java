package it.milanoaiuta.donations.donation;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where and when a donation is brought: the three are changed together. */
public record Plan(
        @NotNull UUID hubId,
        @NotNull @Schema(description = "At most 24 h before windowEnd") Instant windowStart,
        @NotNull Instant windowEnd) {}
