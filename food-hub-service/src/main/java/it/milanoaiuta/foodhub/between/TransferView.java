package it.milanoaiuta.foodhub.between;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import it.milanoaiuta.foodhub.copies.item.DateKind;
import it.milanoaiuta.foodhub.copies.item.Unit;

/** Goods from one hub to another, as both hubs see them. Quantities in the item's base unit. */
public record TransferView(UUID id, UUID fromHubId, UUID toHubId, State state,
        @Schema(description = "The day the goods are planned to reach people") LocalDate handOver, Instant createdAt,
        Instant dispatchedAt, @Schema(description = "Send it as If-Match") long version, List<Line> lines, List<Load> lots) {

    /** Where it is. */
    @Schema(name = "TransferState")
    public enum State {
        DRAFT,
        /** In neither hub. */
        DISPATCHED,
        /** Everything is accounted for and the other hub has some of it. */
        RECEIVED,
        /** Everything is accounted for and the other hub took nothing. */
        RETURNED, CANCELLED
    }

    /** What was asked for and how much of it was found; short is an answer, not an error. */
    @Schema(name = "TransferLine")
    public record Line(UUID itemId, String itemCode, Unit unit, BigDecimal wanted,
            @JsonProperty("short") @Schema(name = "short") BigDecimal missing) {}

    /** What goes, first to expire first, and what the other hub said of it. */
    public record Load(UUID lotId, UUID itemId, String lotCode, DateKind dateKind,
            @Schema(description = "As printed, or the use-within day") String date, BigDecimal quantity, BigDecimal accepted,
            BigDecimal rejected, @Schema(description = "The sending hub's loss") BigDecimal missing) {}
}
