package it.milanoaiuta.foodhub.hub;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to manage a hub. */
public record NewManager(@NotNull @Schema(description = "Her sign-in id (sub)") UUID subject,
        @NotNull @Schema(description = "First day, Europe/Rome") LocalDate from,
        @Schema(description = "Last day, included; absent for no end") LocalDate until) {}
