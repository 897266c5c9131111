package it.milanoaiuta.volunteers.membership;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A known person who is to act for the organisation; naming her again with another role changes the role. */
public record NewMember(
        @Schema(description = "her sign-in id (sub); she has signed in at least once") @NotNull UUID subject,
        @NotNull Membership.Role role) {}
