package it.milanoaiuta.foodhub.hub;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.InOurTime;

/** Who is to manage a hub. */
public record NewManager(@NotNull @Schema(description = "Her sign-in id (sub)") UUID subject,
        @NotNull @InOurTime @Schema(description = "First day, Europe/Rome") LocalDate from,
        @InOurTime @Schema(description = "Last day, included; absent for no end") LocalDate until) {}
