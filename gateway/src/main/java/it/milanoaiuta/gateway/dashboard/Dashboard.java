package it.milanoaiuta.gateway.dashboard;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The city's figures, each part as its service tells them (GET /figures of it): one that does not answer in time is null and named in
 * <code>missing</code>.
 *
 * @param from first day, Europe/Rome
 * @param to last day, included
 * @param volunteers volunteers, hours and shifts
 * @param donations needs and donations
 * @param foodHub by period (day, week or month), and by hub. Kilograms are of all goods, <code>ofItFood</code> of them food; meals
 *            are told of food alone
 * @param missing services whose part is missing from this answer
 */
public record Dashboard(LocalDate from, LocalDate to, @Schema(implementation = Object.class) JsonNode volunteers,
        @Schema(implementation = Object.class) JsonNode donations, @Schema(implementation = Object.class) JsonNode foodHub,
        List<String> missing) {}
