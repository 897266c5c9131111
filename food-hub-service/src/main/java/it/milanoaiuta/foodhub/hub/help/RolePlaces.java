package it.milanoaiuta.foodhub.hub.help;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people are asked for in one role. */
@Embeddable
@Schema(description = "How many people are asked for in one role")
public record RolePlaces(@NotNull @Enumerated(EnumType.STRING) Role role, @Min(1) @Max(200) int capacity) {}
