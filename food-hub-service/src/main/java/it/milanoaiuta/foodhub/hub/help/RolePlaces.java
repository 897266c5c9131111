package it.milanoaiuta.foodhub.hub.help;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How many people are asked for in one role.
 *
 * @param role what they do
 * @param capacity people, at once
 */
@Embeddable
public record RolePlaces(@NotNull Role role, @Min(1) @Max(200) int capacity) {}
