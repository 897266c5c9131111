package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * When a planned delivery is brought, and by whom.
 *
 * @param plannedFor Europe/Rome, today to 60 days ahead
 * @param assignees sign-in ids (sub): confirmed on a shift of the hub that day, or its managers; the caller only if she was
 *        assigned before
 */
public record Plan(@NotNull LocalDate plannedFor, @NotNull @Size(max = 4) List<@NotNull UUID> assignees) {}
