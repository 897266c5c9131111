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

/**
 * Goods from one hub to another, as both hubs see them; quantities in the item's base unit, with 3 decimals.
 *
 * @param fromHubId the hub that sends
 * @param toHubId the hub that receives
 * @param state where it is
 * @param handOver the day the goods are planned to reach people, Europe/Rome
 * @param createdAt when it was drafted
 * @param dispatchedAt when it left; null before
 * @param version the ETag to send as If-Match
 * @param lines what was asked for
 * @param lots what goes, first to expire first
 */
public record TransferView(UUID id, UUID fromHubId, UUID toHubId, State state, LocalDate handOver, Instant createdAt,
        Instant dispatchedAt, long version, List<Line> lines, List<Load> lots) {

    /** Where a transfer is. */
    @Schema(name = "TransferState")
    public enum State {
        /** Set aside at the sender, who alone sees it. */
        DRAFT,
        /** In neither hub. */
        DISPATCHED,
        /** Everything is accounted for and the other hub has some of it. */
        RECEIVED,
        /** Everything is accounted for and the other hub took nothing. */
        RETURNED,
        /** Given up before it left. */
        CANCELLED
    }

    /**
     * What was asked for and how much of it was found; short is an answer, not an error.
     *
     * @param itemCode the item's code in the catalogue
     * @param unit the item's base unit
     * @param wanted what was asked for
     * @param missing how much of it was not found
     */
    @Schema(name = "TransferLine")
    public record Line(UUID itemId, String itemCode, Unit unit, BigDecimal wanted,
            @JsonProperty("short") @Schema(name = "short") BigDecimal missing) {}

    /**
     * Goods of one lot that go, and what the other hub said of them.
     *
     * @param lotId the same lot in both hubs
     * @param lotCode as printed; null when there is none
     * @param dateKind what its date means
     * @param date as printed, or the use-within day; null when it does not spoil
     * @param quantity that goes
     * @param accepted by the other hub so far
     * @param rejected by the other hub so far
     * @param missing not there when it was unloaded: the sending hub's loss
     */
    public record Load(UUID lotId, UUID itemId, String lotCode, DateKind dateKind, String date, BigDecimal quantity,
            BigDecimal accepted, BigDecimal rejected, BigDecimal missing) {}
}
