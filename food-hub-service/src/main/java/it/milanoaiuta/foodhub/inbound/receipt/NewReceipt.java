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

/** What a manager confirms of an arrival. Quantities in the item's base unit, at most grams. */
public record NewReceipt(
        @NotNull @Schema(description = "Made by the device; kept for ever, the same again changes nothing") UUID id,
        @NotNull @Schema(description = "When the goods were taken; replaced by our time when it cannot be true") Instant occurredAt,
        @PositiveOrZero @Schema(description = "The version of the arrival she saw; one that no longer applies is kept to be settled") Long seenVersion,
        @Schema(description = "True: nothing more comes; each line must then add up to what was expected") boolean close,
        @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines) {

    /** One line of the arrival, or goods nobody expected. */
    @Schema(name = "NewReceiptLine")
    public record Line(@Schema(description = "Of the arrival; else itemId") UUID arrivalLineId,
            @Schema(description = "Of goods nobody expected: then surplus only") UUID itemId,
            @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal accepted,
            @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal rejected,
            @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal missing,
            @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal surplus,
            @Schema(description = "Why goods were rejected") ArrivalLine.Reason reason,
            @Schema(description = "Where rejected goods go") ArrivalLine.Destination destination,
            @Size(max = 50) @Schema(description = "What was taken (accepted and surplus) by date; may be left out for goods that carry none, and is for goods from another hub") List<@NotNull @Valid Batch> lots,
            @Digits(integer = 2, fraction = 1) @DecimalMin("-60") @DecimalMax("60") @Schema(description = "°C, of chilled and frozen goods") BigDecimal temperature) {

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

    /** Goods with one date. */
    public record Batch(@Size(max = 60) @Schema(description = "As printed") String lotCode, @NotNull DateKind dateKind,
            @Size(max = 10) @Schema(description = "As printed: 2027-03-15, 2027-03 or 2027; none for NONE") String date,
            @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "True: she looked twice; needed when the date is more than ten years away") Boolean confirmed) {

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
