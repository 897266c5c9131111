package it.milanoaiuta.foodhub.outbound.parcel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Unit;
import it.milanoaiuta.foodhub.stock.Wanted;

/**
 * What stands in for an item of the recipe: where it is short, and for households that do not take it.
 *
 * @param itemId of the recipe
 * @param substituteId what is given instead
 * @param perUnit so much of it, in its base unit, for one base unit of the item; a parcel's share is rounded up to what can be
 *        counted
 */
public record Substitution(@NotNull UUID itemId, @NotNull UUID substituteId,
        @NotNull @Positive @Digits(integer = 4, fraction = 3) BigDecimal perUnit) {

    /** What stands in for so much of the item. */
    Wanted instead(BigDecimal missing, Item substitute) {
        return new Wanted(substituteId,
                missing.multiply(perUnit).setScale(substitute.unit() == Unit.PIECE ? 0 : 3, RoundingMode.UP).setScale(3));
    }
}
