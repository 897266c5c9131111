package it.milanoaiuta.foodhub.outbound.parcel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import it.milanoaiuta.platform.web.OpenValue;

/**
 * What was packed and what was not: a shortfall is an answer.
 *
 * @param recipeId the version that was packed
 * @param recipeVersion its number
 * @param packed who got a parcel
 * @param notPacked who got none, and why
 * @param missing what the stock lacks to pack the households that got nothing for want of it
 */
public record PackedView(UUID recipeId, int recipeVersion, List<Packed> packed, List<NotPacked> notPacked,
        @JsonProperty("short") @Schema(name = "short") List<Short> missing) {

    /**
     * A parcel for a household.
     *
     * @param parcelId the parcel
     * @param lastDay the parcel's date: its earliest lot's, null when nothing in it spoils
     */
    public record Packed(UUID parcelId, UUID householdId, LocalDate lastDay) {}

    /**
     * A household that got no parcel, and why.
     *
     * @param reason why
     */
    public record NotPacked(UUID householdId, Reason reason) {}

    /**
     * How much of an item is missing.
     *
     * @param missing in its base unit, with 3 decimals
     */
    public record Short(UUID itemId, BigDecimal missing) {}

    /** Why a household got no parcel. */
    @Schema(name = "NotPackedReason", pattern = OpenValue.SHAPE)
    public enum Reason {
        /** Not all of it is in stock; a parcel is packed whole or not at all. */
        STOCK_SHORT,
        /** It has, or had, its parcel of this recipe in the week; an extra one needs a reason. */
        ENTITLEMENT_USED,
        /** Paused or closed. */
        NOT_ACTIVE,
        /** The recipe has nothing for it: no infant, or it takes none of its items. */
        NOTHING_FOR_IT
    }
}
