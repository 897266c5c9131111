package it.milanoaiuta.foodhub.outbound.parcel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Goods packed for one household")
public record ParcelView(UUID id, UUID hubId, UUID householdId, UUID recipeId, String recipe, LocalDate handOver,
        ExtraReason extraReason, ParcelState state,
        @Schema(description = "True: packed, loaded or back whole, and some of it may not reach people on its day: past its date, or a check of its lot failed. Unpack it, or bring it back") boolean blocked,
        @Schema(description = "Its earliest lot's date; null when nothing in it spoils") LocalDate lastDay, UUID deliveryId,
        Instant packedAt, @Schema(description = "What was packed, in the items' base units") List<Line> lines) {

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
