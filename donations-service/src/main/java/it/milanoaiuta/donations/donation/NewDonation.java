package it.milanoaiuta.donations.donation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.donations.catalogue.Unit;

/** Goods somebody promises. */
public record NewDonation(
        @Schema(description = "Where they will be brought; null: not known yet") UUID hubId,
        @Schema(description = "With windowEnd or not at all; at most 24 h before it") Instant windowStart,
        Instant windowEnd,
        @NotNull Handover handover,
        @Schema(description = "The organisation that gives; the caller is its member") UUID donorOrganisationId,
        @Schema(description = "The hub whose own stock this is; the caller manages it") UUID onBehalfOfHubId,
        @Schema(description = "What becomes of goods whose need ends first; HUB when not said") IfNotNeeded ifNotNeeded,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines) {

    /** Goods of one kind. */
    public record Line(
            @Schema(description = "The line of an open need they are promised to; null: general stock of the hub") UUID needLineId,
            @NotNull UUID itemId,
            @NotNull @Positive @DecimalMax("1000000") @Digits(integer = 7, fraction = 3) @Schema(description = "At most what the need line lacks; the rest can be a line of general stock in the same request") BigDecimal quantity,
            @NotNull @Schema(description = "The item's base unit, or one that converts to it exactly") Unit unit) {}
}
