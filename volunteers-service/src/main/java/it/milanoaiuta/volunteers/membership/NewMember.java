package it.milanoaiuta.volunteers.membership;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * A known person who is to act for the organisation; naming her again with another role changes the role.
 *
 * @param subject her sign-in id (sub); she has signed in at least once
 * @param role what she may do from now on
 */
public record NewMember(@NotNull UUID subject, @NotNull Membership.Role role) {}
