package it.milanoaiuta.volunteers.verification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.MultiLine;

/** @param reason for the organisation to read */
public record Suspension(@NotBlank @Size(max = 500) @MultiLine String reason) {}
