package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import it.milanoaiuta.foodhub.copies.item.DateKind;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;

/**
 * What a manager confirms of an arrival; quantities in the item's base unit, no finer than grams or whole pieces.
 *
 * @param id made by the device; kept for ever, the same again changes nothing
 * @param occurredAt when the goods were taken; replaced by our time when it cannot be true
 * @param seenVersion the version of the arrival she saw; one that no longer applies is kept to be settled
 * @param close true: nothing more comes; each line must then add up to what was expected
 * @param lines what she counted; lines that are left out are not touched
 */
public record NewReceipt(
        @NotNull UUID id,
        @NotNull Instant occurredAt,
        @PositiveOrZero Long seenVersion,
        boolean close,
        @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines) {

    /**
     * One line of the arrival, or goods nobody expected. What is there is accepted before any of it is surplus.
     *
     * @param arrivalLineId of the arrival; else itemId
     * @param itemId of goods nobody expected: then surplus only
     * @param accepted taken, of what is expected; 0 when absent
     * @param rejected came and not taken; needs reason and destination; 0 when absent
     * @param missing did not come; 0 when absent
     * @param surplus taken beyond what is expected; none while something of the line is missing; 0 when absent
     * @param reason why goods were rejected
     * @param destination where rejected goods go
     * @param lots what was taken (accepted and surplus) by date; may be left out for goods that carry none, and is for goods
     *        from another hub
     * @param temperature °C; needed of chilled and frozen goods that are taken; out of tolerance they go to quarantine
     */
    @Schema(name = "NewReceiptLine")
    public record Line(UUID arrivalLineId, UUID itemId, @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal accepted,
            @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal rejected,
            @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal missing,
            @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal surplus, ArrivalLine.Reason reason,
            ArrivalLine.Destination destination, @Size(max = 50) List<@NotNull @Valid Batch> lots,
            @Digits(integer = 2, fraction = 1) @DecimalMin("-60") @DecimalMax("60") BigDecimal temperature) {

        public Line {
            accepted = zeroIfNull(accepted);
            rejected = zeroIfNull(rejected);
            missing = zeroIfNull(missing);
            surplus = zeroIfNull(surplus);
            lots = lots == null ? List.of() : lots;
        }

        BigDecimal taken() {
            return accepted.add(surplus);
        }

        boolean saysNothing() {
            return taken().signum() + rejected.signum() + missing.signum() == 0;
        }

        private static BigDecimal zeroIfNull(BigDecimal quantity) {
            return quantity == null ? BigDecimal.ZERO : quantity;
        }
    }

    /**
     * Goods with one date.
     *
     * @param lotCode as printed; null when there is none
     * @param dateKind what the date means; past its use-by day nothing is taken
     * @param date as printed: 2027-03-15, 2027-03 or 2027; none for NONE
     * @param quantity in the item's base unit
     * @param confirmed true: she looked twice; needed when the date is more than ten years away
     */
    public record Batch(@Size(max = 60) String lotCode, @NotNull DateKind dateKind, @Size(max = 10) String date,
            @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean confirmed) {

        /** Goods that carry no date. */
        static Batch undated(BigDecimal quantity) {
            return new Batch(null, DateKind.NONE, null, quantity, null);
        }

        boolean lookedAtTwice() {
            return Boolean.TRUE.equals(confirmed);
        }

        /** More of the same. */
        Batch and(Batch more) {
            return new Batch(lotCode, dateKind, date, quantity.add(more.quantity), confirmed);
        }
    }
}
