package it.milanoaiuta.volunteers.shift;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many are wanted in a role. */
public record RolePlaces(@NotNull Role role, @Min(1) @Max(10_000) int capacity) {}
