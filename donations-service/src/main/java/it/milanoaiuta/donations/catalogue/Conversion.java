package it.milanoaiuta.donations.catalogue;

import java.math.BigDecimal;

/**
 * Another unit an item may be counted in.
 *
 * @param unit the other unit
 * @param factor how many base units one such unit is, with 3 decimals
 * @param nominal the true amount differs from piece to piece (an apple is about 0.200 kg): good for recipes, refused in needs
 *        and donations (400 unit-mismatch)
 */
public record Conversion(Unit unit, BigDecimal factor, boolean nominal) {

    public Conversion {
        factor = Quantity.of(factor);
    }
}
