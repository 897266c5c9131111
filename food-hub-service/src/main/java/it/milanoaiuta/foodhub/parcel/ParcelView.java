package it.milanoaiuta.foodhub.parcel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Goods packed for one household")
public record ParcelView(UUID id, UUID hubId, UUID householdId, UUID recipeId, String recipe, LocalDate handOver,
        ExtraReason extraReason, ParcelState state,
        @Schema(description = "Its earliest lot's date; null when nothing in it spoils") LocalDate lastDay, UUID deliveryId,
        Instant packedAt, @Schema(description = "What was packed, in the items' base units") List<Line> lines) {

    @Schema(name = "ParcelLine")
    public record Line(UUID itemId, UUID lotId, BigDecimal quantity) {}

    static ParcelView of(Parcel parcel, List<Parcels.Content> packed) {
        return new ParcelView(parcel.id, parcel.hubId, parcel.householdId, parcel.recipeId, parcel.recipeCode, parcel.handOver,
                parcel.extraReason, parcel.state, parcel.lastDay, parcel.deliveryId, parcel.packedAt,
                packed.stream().filter(content -> content.parcelId().equals(parcel.id))
                        .map(content -> new Line(content.itemId(), content.lotId(), content.quantity())).toList());
    }
}
