package it.milanoaiuta.donations.need;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That something is still needed; may be left out as a whole. */
public record Renewal(
        @Schema(description = "A new time by when, within a year; needed once the old one has passed") Instant byWhen) {}
