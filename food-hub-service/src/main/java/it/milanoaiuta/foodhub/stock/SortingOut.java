package it.milanoaiuta.foodhub.stock;

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

/** Goods of a hub go to where no people get them, or come back from there. One movement for all lines. */
public record SortingOut(@NotNull Place from, @NotNull Place to,
        @Schema(description = "When it happened; now when absent. Refused when the goods were not there then") Instant occurredAt,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines) {

    /** @param quantity in the item's base unit */
    @Schema(name = "SortingOutLine")
    public record Line(@NotNull UUID lotId, @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity) {}

    /** Where goods of a hub can be. */
    public enum Place {
        STOCK(Account.Kind.HUB), QUARANTINE(Account.Kind.QUARANTINE), WASTE(Account.Kind.WASTE), ANIMAL_FEED(
                Account.Kind.ANIMAL_FEED), COMPOST(Account.Kind.COMPOST),
        /** Weight lost by drying, sorting and weighing. */
        SHRINKAGE(Account.Kind.SHRINKAGE);

        private final Account.Kind kind;

        Place(Account.Kind kind) {
            this.kind = kind;
        }

        Account of(UUID hubId) {
            return new Account(kind, hubId);
        }

        /** What has left for good stays gone. */
        boolean isInHub() {
            return this == STOCK || this == QUARANTINE;
        }
    }
}
