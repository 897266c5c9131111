package it.milanoaiuta.volunteers.signup;

import jakarta.validation.constraints.NotNull;

import it.milanoaiuta.volunteers.shift.Role;

/** @param role one that the shift has */
public record NewSignUp(@NotNull Role role) {}
