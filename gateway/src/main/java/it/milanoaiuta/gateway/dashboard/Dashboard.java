package it.milanoaiuta.gateway.dashboard;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The city's figures; a missing part is null and named.
 *
 * @param from first day, Europe/Rome
 * @param to last day, included
 * @param volunteers what volunteers did, as volunteers-service answers at /api/v1/figures; null when missing
 * @param donations needs and donations, as donations-service answers there; null when missing
 * @param foodHub what the hubs did, as food-hub-service answers there: periods by day, week or month, and hubs. Kilograms are
 *        of all goods, ofItFood of them food; meals are told of food alone; null when missing
 * @param missing services whose part is missing from this answer: volunteers, donations, food-hub; empty when all answered
 */
public record Dashboard(LocalDate from, LocalDate to, @Schema(implementation = Object.class) JsonNode volunteers,
        @Schema(implementation = Object.class) JsonNode donations, @Schema(implementation = Object.class) JsonNode foodHub,
        List<String> missing) {}
