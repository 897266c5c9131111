package it.milanoaiuta.foodhub.outbound.parcel;

import java.util.UUID;

import it.milanoaiuta.foodhub.copies.item.Unit;
import it.milanoaiuta.platform.web.Refusal;

/** The catalogue does not say what the recipe's unit is in the unit the item is stocked in: 409. */
public class RecipeNotConvertible extends Refusal {

    public RecipeNotConvertible(UUID itemId, Unit unit) {
        super(409, "recipe-not-convertible", itemId, unit);
    }
}
