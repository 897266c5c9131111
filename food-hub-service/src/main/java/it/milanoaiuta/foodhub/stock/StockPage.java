package it.milanoaiuta.foodhub.stock;

import java.time.Instant;
import java.util.List;

/**
 * One page of what a hub has.
 *
 * @param asOf the instant it is true for
 * @param items by item code, then first to expire first
 * @param next opaque cursor of the following page; null on the last one
 */
public record StockPage(Instant asOf, List<StockLine> items, String next) {}
