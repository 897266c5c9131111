package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import it.milanoaiuta.platform.web.InvalidField;

/**
 * How much of a service was given.
 *
 * @param quantity in the service's unit, at most what was promised; 0: it did not come
 */
public record ServiceReceipt(
        @NotNull @PositiveOrZero @DecimalMax("1000000") @Digits(integer = 7, fraction = 3) BigDecimal quantity) {

    /** As a hub would tell it of goods: what was not given is missing, and no more is waited for. */
    ReceiptsHeard.ArrivalTotals of(Donation donation, DonationLine line) {
        if (!line.unit().divides(quantity)) {
            throw new InvalidField("quantity", "too-fine", line.unit());
        }
        if (quantity.compareTo(line.quantity()) > 0) {
            throw new InvalidField("quantity", "more-than-promised", line.quantity(), line.unit());
        }
        return new ReceiptsHeard.ArrivalTotals(donation.id(), donation.id(), true,
                List.of(new ReceiptsHeard.ArrivalTotals.Line(line.id(), quantity, BigDecimal.ZERO,
                        line.quantity().subtract(quantity),
                        quantity)));
    }
}
