package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.copies.item.DateKind;
import it.milanoaiuta.foodhub.copies.item.Unit;

/** A lot in a hub. Quantities in the item's base unit. */
public record StockLine(UUID lotId, UUID itemId, String itemCode, Unit unit,
        @Schema(description = "As printed, null when there is none") String lotCode, DateKind dateKind,
        @Schema(description = "As printed: 2027-03-15, 2027-03 or 2027; null when nothing is printed") String date,
        @Schema(description = "Last day of the printed period, or use-within day; null when it does not spoil") LocalDate lastDay,
        @Schema(description = "Of the date alone: GREEN in date, AMBER past best-before inside the item's window, RED past it or past use-by") Expiry.Colour status,
        @Schema(description = "Last day it may be handed over without a check: the recipient's margin is kept") LocalDate lastHandOver,
        @Schema(description = "The last recorded check: passed or not; null for none") Boolean checked, BigDecimal onHand,
        @Schema(description = "Set aside for a delivery or a transfer") BigDecimal reserved, BigDecimal free,
        @Schema(description = "Not stock: out of temperature or suspect") BigDecimal quarantined, FundingSource fundingSource,
        Instant receivedAt) {}
