package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a planned delivery is brought, and by whom. */
public record Plan(@NotNull @Schema(description = "Europe/Rome, today to 60 days ahead") LocalDate plannedFor,
        @NotNull @Size(max = 4) @Schema(description = "Sign-in ids: confirmed on a shift of the hub, or its managers") List<@NotNull UUID> assignees) {}
