package it.milanoaiuta.foodhub.confirming;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.InvalidField;

/**
 * What a confirmation that did not apply any more was.
 *
 * @param choice FURTHER_ARRIVAL is only of a RECEIPT
 * @param corrections what is to be booked; of CORRECTION at least one, else none
 */
public record NewSettlement(
        @NotNull ToSettle.Choice choice,
        @Size(max = 50) List<@NotNull @Valid Correction> corrections) {

    /**
     * Goods of one lot that are elsewhere than they are booked.
     *
     * @param lotId of the hub or of what is settled; of a delivery's changes one that it took
     * @param quantity in the item's base unit; HANDED_OVER no more than the delivery took
     * @param change how they are elsewhere
     */
    public record Correction(@NotNull UUID lotId, @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity,
            @NotNull Change change) {}

    /** How goods of a lot are elsewhere than they are booked. */
    public enum Change {
        /** In the hub and not booked. */
        FOUND,
        /** Booked in the hub and not there. */
        LOST,
        /** Of a DELIVERY: handed over, though booked as still in the hub. */
        HANDED_OVER,
        /** Of a DELIVERY: back in the hub, though booked as handed over. */
        BROUGHT_BACK;

        boolean isOfDelivery() {
            return this == HANDED_OVER || this == BROUGHT_BACK;
        }
    }

    public NewSettlement {
        corrections = corrections == null ? List.of() : corrections;
    }

    /** @throws InvalidField when the choice does not go with what is settled, or the corrections not with the choice */
    void mustBeWhole(ToSettle.Kind kind) {
        if (choice == ToSettle.Choice.FURTHER_ARRIVAL && kind != ToSettle.Kind.RECEIPT) {
            throw new InvalidField("choice", "further-arrival-of-receipt");
        }
        if ((choice == ToSettle.Choice.CORRECTION) == corrections.isEmpty()) {
            throw new InvalidField("corrections", "corrections-of-correction");
        }
        for (int i = 0; i < corrections.size(); i++) {
            if (corrections.get(i).change().isOfDelivery() && kind != ToSettle.Kind.DELIVERY) {
                throw new InvalidField("corrections[" + i + "].change", "change-of-delivery");
            }
        }
    }
}
