package it.milanoaiuta.volunteers.signup;

import jakarta.validation.constraints.NotNull;

import it.milanoaiuta.volunteers.shift.Role;

/**
 * In which role somebody wants to come.
 *
 * @param role one that the shift has, else 400 role-not-wanted
 */
public record NewSignUp(@NotNull Role role) {}
