package it.milanoaiuta.gateway.dashboard;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/** The city's figures; a missing part is null and named. */
public record Dashboard(LocalDate from, LocalDate to, JsonNode volunteers, JsonNode donations,
        @Schema(description = "Periods by day, week or month, and hubs. Kilograms are of all goods, ofItFood of them food; meals are told of food alone") JsonNode foodHub,
        @Schema(description = "Services whose part is missing from this answer") List<String> missing) {}
