package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.InvalidField;

/**
 * What a person confirms at the door, perhaps offline and sent later. Quantities in the items' base units.
 *
 * @param id made by the device; kept for ever, the same again changes nothing
 * @param occurredAt when it happened; replaced by our time when it cannot be true
 * @param seenVersion the version of the delivery she saw; one whose lines no longer fit is kept to be settled
 * @param outcome what became of it
 * @param lines of PARTIAL; an item that is not named was handed over whole
 * @param reason of FAILED: why
 * @param back what was not handed over is back at the hub already; else it stays on the road until its return is recorded
 */
public record NewConfirmation(
        @NotNull UUID id,
        @NotNull Instant occurredAt,
        @PositiveOrZero Long seenVersion,
        @NotNull Outcome outcome,
        @Size(max = 200) List<@NotNull @Valid Line> lines,
        FailureReason reason,
        @Valid NewReturn back) {

    /**
     * How much of an item was handed over and how much was not; together what was loaded.
     *
     * @param itemId one of the delivery's
     * @param delivered handed over, in its base unit
     * @param returned not handed over, in its base unit
     */
    @Schema(name = "ConfirmationLine")
    public record Line(@NotNull UUID itemId, @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal delivered,
            @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal returned) {

        public Line {
            delivered = toTheGram(delivered);
            returned = toTheGram(returned);
        }

        /** As every quantity is told; what is no quantity is left to the constraints. */
        private static BigDecimal toTheGram(BigDecimal said) {
            return said == null || said.scale() < 0 || said.scale() > 3 ? said : said.setScale(3);
        }
    }

    public NewConfirmation {
        lines = lines == null ? List.of() : lines;
    }

    /** @throws InvalidField when lines, reason or return do not go with the outcome */
    void mustBeWhole() {
        if ((outcome == Outcome.PARTIAL) == lines.isEmpty()) {
            throw new InvalidField("lines", "lines-of-partial");
        }
        if ((outcome == Outcome.FAILED) == (reason == null)) {
            throw new InvalidField("reason", "reason-of-failed");
        }
        if (outcome == Outcome.DELIVERED && back != null) {
            throw new InvalidField("back", "nothing-comes-back");
        }
    }
}
