package it.milanoaiuta.foodhub.hub;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/**
 * Who is to manage a hub.
 *
 * @param subject her sign-in id (sub)
 * @param from first day, Europe/Rome
 * @param until last day, included; absent for no end
 */
public record NewManager(@NotNull UUID subject, @NotNull LocalDate from, LocalDate until) {}
