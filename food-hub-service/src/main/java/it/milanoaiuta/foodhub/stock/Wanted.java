package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * So much of an item is asked for.
 *
 * @param quantity in the item's base unit
 */
public record Wanted(UUID itemId, BigDecimal quantity) {}
