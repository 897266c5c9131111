package it.milanoaiuta.donations.catalogue;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Another unit an item may be counted in.
 *
 * @param factor how many base units one such unit is
 * @param nominal the true amount differs from piece to piece (an apple is about 0.200 kg): good for recipes, never for a promise
 */
@Schema(description = "One such unit is `factor` base units: exactly, unless `nominal`, which no promise may use")
public record Conversion(Unit unit, BigDecimal factor, boolean nominal) {

    public Conversion {
        factor = Quantity.of(factor);
    }
}
