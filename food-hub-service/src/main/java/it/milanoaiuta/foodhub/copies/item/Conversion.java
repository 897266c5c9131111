package it.milanoaiuta.foodhub.copies.item;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One <code>unit</code> is <code>factor</code> of the item's base unit; nominal when the true weight differs by piece. */
@Embeddable
public record Conversion(@Enumerated(EnumType.STRING) Unit unit, BigDecimal factor, boolean nominal) {}
