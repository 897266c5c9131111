package it.milanoaiuta.volunteers.shift;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How many people are wanted in a role.
 *
 * @param role what they do
 * @param capacity places, people at once
 */
public record RolePlaces(@NotNull Role role, @Min(1) @Max(10_000) int capacity) {}
