package it.milanoaiuta.foodhub.outbound.parcel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Goods packed for one household.
 *
 * @param recipeId the version it was packed by
 * @param recipe that recipe's code
 * @param handOver the day it is to be handed over, Europe/Rome
 * @param extraReason why it is one more in the week; null for the ordinary one
 * @param state where it is
 * @param blocked true: packed, loaded or back whole, and some of it may not reach people on its day: past its date, or a check
 *        of its lot failed. Unpack it, or bring it back
 * @param lastDay its earliest lot's date; null when nothing in it spoils
 * @param deliveryId the delivery it goes with; null while none is planned
 * @param packedAt when it was packed
 * @param lines what was packed
 */
public record ParcelView(UUID id, UUID hubId, UUID householdId, UUID recipeId, String recipe, LocalDate handOver,
        ExtraReason extraReason, ParcelState state, boolean blocked, LocalDate lastDay, UUID deliveryId, Instant packedAt,
        List<Line> lines) {

    /**
     * Goods of one lot in a parcel.
     *
     * @param quantity in the item's base unit, with 3 decimals
     */
    @Schema(name = "ParcelLine")
    public record Line(UUID itemId, UUID lotId, BigDecimal quantity) {}

    /**
     * @param packed into it and others
     * @param bad lots that may not reach people on its day
     */
    static ParcelView of(Parcel parcel, List<Parcels.Content> packed, Set<UUID> bad) {
        List<Line> lines = packed.stream().filter(content -> content.parcelId().equals(parcel.id()))
                .map(content -> new Line(content.itemId(), content.lotId(), content.quantity())).toList();
        boolean blocked = parcel.isWhole() && lines.stream().anyMatch(line -> bad.contains(line.lotId));
        return new ParcelView(parcel.id(), parcel.hubId(), parcel.householdId(), parcel.recipeId(), parcel.recipeCode(),
                parcel.handOver(),
                parcel.extraReason(), parcel.state(), blocked, parcel.lastDay(), parcel.deliveryId(), parcel.packedAt(), lines);
    }
}
