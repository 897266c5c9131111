package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import it.milanoaiuta.foodhub.copies.item.DateKind;
import it.milanoaiuta.foodhub.copies.item.Unit;

/**
 * A lot in a hub. Quantities in the item's base unit, with 3 decimals.
 *
 * @param itemCode the item's code in the catalogue
 * @param unit the item's base unit
 * @param lotCode as printed; null when there is none
 * @param dateKind what its date means
 * @param date as printed: 2027-03-15, 2027-03 or 2027; null when nothing is printed
 * @param lastDay last day of the printed period, or use-within day; null when it does not spoil
 * @param status of the date alone, today or on the day asked for, Europe/Rome
 * @param lastHandOver last day it may be handed over without a check: the recipient's margin is kept; null when it does not
 *        spoil
 * @param checked the last recorded check: passed or not; null for none
 * @param onHand in the hub, without what is quarantined
 * @param reserved of it, set aside for a delivery or a transfer
 * @param free of it, not set aside
 * @param quarantined not stock: out of temperature or suspect
 * @param fundingSource who paid for it
 * @param receivedAt when it came to the first hub
 */
public record StockLine(UUID lotId, UUID itemId, String itemCode, Unit unit, String lotCode, DateKind dateKind, String date,
        LocalDate lastDay, Expiry.Colour status, LocalDate lastHandOver, Boolean checked, BigDecimal onHand,
        BigDecimal reserved, BigDecimal free, BigDecimal quarantined, FundingSource fundingSource, Instant receivedAt) {}
