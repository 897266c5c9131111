package it.milanoaiuta.volunteers.organising;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * Who takes a shift over.
 *
 * @param organisationId the verified organisation that organises the shift from now on
 */
public record Takeover(@NotNull UUID organisationId) {}
