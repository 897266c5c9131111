package it.milanoaiuta.foodhub.inbound;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.copies.item.DateKind;
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.StorageClass;
import it.milanoaiuta.foodhub.copies.item.Unit;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.inbound.receipt.Receipt;
import it.milanoaiuta.foodhub.stock.FundingSource;
import it.milanoaiuta.foodhub.stock.Lot;

/** Goods that come, or came, to a hub. */
public record ArrivalView(UUID id, UUID hubId, Arrival.Kind kind, Arrival.State state,
        @Schema(description = "CANCELLED, LAPSED or MOVED: nobody expects it any more; what comes is received all the same") Arrival.State withdrawn,
        @Schema(description = "Of the donation") String code, UUID donationId, UUID transferId,
        @Schema(description = "The hub the goods come from") UUID senderHubId, String supplier, String documentNumber,
        FundingSource fundingSource, Arrival.Handover handover,
        @Schema(description = "When a donation is to come; null for what nobody gave a time for") Instant windowStart,
        @Schema(description = "Null with windowStart") Instant windowEnd,
        @Schema(description = "When the hub learned of it") Instant recordedAt,
        @Schema(description = "When the goods came, of an arrival entered later; else null") Instant cameAt,
        @Schema(description = "Send it as seenVersion with a confirmation") long version, List<Line> lines,
        List<Confirmation> receipts) {

    /** Quantities in the item's base unit. */
    @Schema(name = "ArrivalLine")
    public record Line(UUID id, UUID itemId, String itemCode, Unit unit, StorageClass storageClass,
            @Schema(description = "What is usually printed on it") DateKind dateKind, BigDecimal expected, BigDecimal accepted,
            BigDecimal rejected, BigDecimal missing, BigDecimal surplus, ArrivalLine.Reason reason,
            ArrivalLine.Destination destination, UUID donationLineId, UUID needId, UUID needLineId,
            @Schema(description = "Of goods from another hub") KnownLot lot) {}

    /** @param date as printed, or the use-within day; null when the goods do not spoil */
    public record KnownLot(UUID id, String code, DateKind dateKind, String date) {

        static KnownLot of(Lot lot) {
            return lot == null ? null : new KnownLot(lot.id(), lot.code(), lot.dateKind(), lot.date());
        }
    }

    /** A confirmation sent so far. */
    public record Confirmation(UUID id, Receipt.State state, Instant occurredAt, boolean closes) {}

    static ArrivalView of(Arrival arrival, Map<UUID, Item> items, Map<UUID, Lot> lots, List<Receipt> receipts) {
        return new ArrivalView(arrival.id(), arrival.hubId(), arrival.kind(), arrival.state(), arrival.withdrawn(),
                arrival.code(),
                arrival.donationId(), arrival.transferId(), arrival.senderHubId(), arrival.supplier(), arrival.documentNumber(),
                arrival.fundingSource(), arrival.handover(), arrival.hasWindow() ? arrival.windowStart() : null,
                arrival.hasWindow() ? arrival.windowEnd() : null, arrival.recordedAt(), arrival.cameAt(), arrival.version(),
                arrival.lines().stream().map(line -> line(line, items.get(line.itemId()), lots.get(line.lotId()))).toList(),
                receipts.stream().map(r -> new Confirmation(r.id(), r.state(), r.occurredAt(), r.closes())).toList());
    }

    private static Line line(ArrivalLine line, Item item, Lot lot) {
        return new Line(line.id(), item.id(), item.code(), item.unit(), item.storageClass(), item.dateKind(), line.expected(),
                line.accepted(),
                line.rejected(), line.missing(), line.surplus(), line.reason(), line.destination(), line.donationLineId(),
                line.needId(),
                line.needLineId(), KnownLot.of(lot));
    }
}
