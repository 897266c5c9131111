package it.milanoaiuta.foodhub.outbound.recipe;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import it.milanoaiuta.foodhub.copies.item.Unit;

/**
 * One item of a recipe, with its quantity for each size of household.
 *
 * @param unit in which the recipe counts it; of loose produce pieces, though it is stocked by weight
 * @param one for one person
 * @param twoOrThree for two or three people
 * @param overThree for more than three people
 */
@Embeddable
public record RecipeLine(UUID itemId, @Enumerated(EnumType.STRING) Unit unit, BigDecimal one, BigDecimal twoOrThree,
        BigDecimal overThree) {

    public BigDecimal quantityFor(HouseholdSize size) {
        return switch (size) {
            case ONE -> one;
            case TWO_OR_THREE -> twoOrThree;
            case OVER_THREE -> overThree;
        };
    }
}
