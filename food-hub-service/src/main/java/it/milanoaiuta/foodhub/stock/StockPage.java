package it.milanoaiuta.foodhub.stock;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what a hub has. */
public record StockPage(@Schema(description = "The instant it is true for") Instant asOf, List<StockLine> items, String next) {}
