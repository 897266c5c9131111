package it.milanoaiuta.donations.need;

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
import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.donations.owner.OwnerKind;

/** What somebody asks for on behalf of an organisation or a hub. */
public record NewNeed(
        @NotNull OwnerKind ownerKind,
        @NotNull UUID ownerId,
        @NotNull @Valid Place deliverTo,
        @NotNull @Schema(description = "In the future, at most a year ahead") Instant byWhen,
        @NotNull Urgency urgency,
        @Schema(description = "Made by the client: the same on the opportunity that asks for people") UUID postingId,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines) {

    Owner owner() {
        return new Owner(ownerKind, ownerId);
    }

    /** Goods by item, or a service: exactly one of the two. */
    public record Line(
            UUID itemId,
            Service service,
            @NotNull @Positive @DecimalMax("1000000") @Digits(integer = 7, fraction = 3) BigDecimal quantity,
            @NotNull @Schema(description = "The item's base unit or one that converts to it exactly; of a service its own") Unit unit,
            @Size(max = 200) String conditions) {}
}
