package it.milanoaiuta.foodhub.inbound;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.copies.item.Unit;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.stock.FundingSource;
import it.milanoaiuta.platform.web.InvalidField;

/**
 * Goods that stand at the door and nobody told of, or a supplier's delivery: what is there is what is expected.
 *
 * @param kind UNANNOUNCED or SUPPLIER
 * @param supplier who delivers; needed for SUPPLIER
 * @param fundingSource who paid for the goods
 * @param documentNumber of the transport document, where there is one
 * @param cameAt when the goods came, at most 7 days ago; now when absent. Their shelf days count from it
 * @param lines what is there
 */
public record NewArrival(@NotNull Arrival.Kind kind, @Size(max = 120) String supplier, @NotNull FundingSource fundingSource,
        @Size(max = 60) String documentNumber, Instant cameAt, @NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines) {

    /**
     * So much of one item.
     *
     * @param quantity in unit
     * @param unit the item's own or one it converts to exactly
     */
    @Schema(name = "NewArrivalLine")
    public record Line(@NotNull UUID itemId, @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity,
            @NotNull Unit unit) {}

    /** @throws InvalidField when the goods have not come yet, or so long ago that the time is a mistake */
    static void mustHaveCome(Instant cameAt, Instant now, ArrivalRules rules) {
        if (cameAt != null && cameAt.isAfter(now)) {
            throw new InvalidField("cameAt", "not-yet");
        }
        if (cameAt != null && cameAt.isBefore(now.minus(rules.enteredWithin()))) {
            throw new InvalidField("cameAt", "came-too-long-ago", rules.enteredWithin().toDays());
        }
    }
}
