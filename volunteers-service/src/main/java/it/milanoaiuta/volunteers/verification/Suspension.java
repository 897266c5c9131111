package it.milanoaiuta.volunteers.verification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.MultiLine;

/**
 * Why an organisation is suspended.
 *
 * @param reason for the organisation to read, in the coordinator's words; gone once it is reinstated
 */
public record Suspension(@NotBlank @Size(max = 500) @MultiLine String reason) {}
