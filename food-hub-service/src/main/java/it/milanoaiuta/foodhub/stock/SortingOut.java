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

/**
 * Goods of a hub go to where no people get them, or come back from quarantine. One movement for all lines.
 *
 * @param from STOCK or QUARANTINE
 * @param to another place
 * @param occurredAt when it happened; now when absent. Refused when the goods were not there then
 * @param lines what goes
 */
public record SortingOut(@NotNull Place from, @NotNull Place to, Instant occurredAt,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines) {

    /**
     * Goods of one lot.
     *
     * @param lotId in the hub, now or once
     * @param quantity in the item's base unit
     */
    @Schema(name = "SortingOutLine")
    public record Line(@NotNull UUID lotId, @NotNull @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity) {}

    /** Where goods of a hub can be. */
    public enum Place {
        /** To be given out. */
        STOCK(Account.Kind.HUB),
        /** Suspect, or too warm: not given out until it is decided. */
        QUARANTINE(Account.Kind.QUARANTINE),
        /** Thrown away. */
        WASTE(Account.Kind.WASTE),
        /** Given to animals. */
        ANIMAL_FEED(Account.Kind.ANIMAL_FEED),
        /** Composted. */
        COMPOST(Account.Kind.COMPOST),
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
