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

import it.milanoaiuta.donations.catalogue.Unit;
import it.milanoaiuta.donations.owner.Owner;
import it.milanoaiuta.donations.owner.OwnerKind;

/**
 * What somebody asks for on behalf of an organisation or a hub.
 *
 * @param ownerKind whether an organisation or a hub asks
 * @param ownerId the organisation or hub that asks; the caller acts for it
 * @param deliverTo where the goods are to be delivered; never a household's place
 * @param byWhen by when it is needed, at most a year ahead; the need expires then at the latest
 * @param urgency how soon it is needed; an ORDINARY one stays in the lists for 7 days without a renewal, the others for 48 h
 * @param postingId made by the client, the same on the opportunity that asks for people; once an owner
 * @param lines what is asked for
 */
public record NewNeed(
        @NotNull OwnerKind ownerKind,
        @NotNull UUID ownerId,
        @NotNull @Valid Place deliverTo,
        @NotNull Instant byWhen,
        @NotNull Urgency urgency,
        UUID postingId,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines) {

    Owner owner() {
        return new Owner(ownerKind, ownerId);
    }

    /**
     * Goods by item, or a service: exactly one of the two (400 item-or-service).
     *
     * @param itemId the item of the catalogue; null for a service
     * @param service null for goods
     * @param quantity in unit; in the item's base unit no finer than it can be counted (else 400 too-fine)
     * @param unit the item's base unit or one that converts to it exactly; of a service its own
     * @param conditions the owner's own words for donors, for example "long-life only"; null when there are none
     */
    public record Line(
            UUID itemId,
            Service service,
            @NotNull @Positive @DecimalMax("1000000") @Digits(integer = 7, fraction = 3) BigDecimal quantity,
            @NotNull Unit unit,
            @Size(max = 200) String conditions) {}
}
