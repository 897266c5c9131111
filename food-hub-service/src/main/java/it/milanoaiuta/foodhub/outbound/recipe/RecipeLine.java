package it.milanoaiuta.foodhub.outbound.recipe;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import it.milanoaiuta.foodhub.copies.item.Unit;

/** One item of a recipe, with its quantity for each size of household. */
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
