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

/**
 * Goods that come, or came, to a hub.
 *
 * @param kind where they come from
 * @param state how far it is
 * @param withdrawn CANCELLED, LAPSED or MOVED: nobody expects it any more; what comes is received all the same; else null
 * @param code of the donation, as MA-7K3F-9QX2; null for other kinds
 * @param donationId null for other kinds
 * @param transferId of goods between hubs; else null
 * @param senderHubId the hub the goods come from; null for goods from outside
 * @param supplier who delivers; null for other kinds
 * @param documentNumber of the transport document; null where none was given
 * @param fundingSource who paid for the goods; null between hubs, where each lot has its own
 * @param handover how a donation comes; null for other kinds
 * @param windowStart when a donation is to come; null for what nobody gave a time for
 * @param windowEnd until when; null with windowStart
 * @param recordedAt when the hub learned of it
 * @param cameAt when the goods came, of an arrival entered later; else null: they came when they were taken
 * @param version to be sent as seenVersion with a confirmation
 * @param lines what is expected and what was confirmed of it
 * @param receipts what was confirmed so far, oldest first
 */
public record ArrivalView(UUID id, UUID hubId, Arrival.Kind kind, Arrival.State state, Arrival.State withdrawn, String code,
        UUID donationId, UUID transferId, UUID senderHubId, String supplier, String documentNumber, FundingSource fundingSource,
        Arrival.Handover handover, Instant windowStart, Instant windowEnd, Instant recordedAt, Instant cameAt, long version,
        List<Line> lines, List<Confirmation> receipts) {

    /**
     * Goods of one item. Accepted + rejected + missing is at most what is expected, and equal to it when the arrival is closed;
     * surplus stands apart. Quantities in the item's base unit, with 3 decimals.
     *
     * @param itemCode the item's code in the catalogue
     * @param unit the item's base unit
     * @param storageClass how it must be kept
     * @param dateKind what is usually printed on it
     * @param expected what is to come
     * @param accepted what was taken of it
     * @param rejected what came and was not taken
     * @param missing what did not come
     * @param surplus what came beyond what was expected, and was taken
     * @param reason why goods were not taken, the last time; null for none
     * @param destination where they went; null for none
     * @param donationLineId the line of the donation; null where none is behind it
     * @param needId the need they were promised to; null: general stock
     * @param needLineId the line of that need; null: general stock
     * @param lot of goods from another hub; else null
     */
    @Schema(name = "ArrivalLine")
    public record Line(UUID id, UUID itemId, String itemCode, Unit unit, StorageClass storageClass, DateKind dateKind,
            BigDecimal expected, BigDecimal accepted, BigDecimal rejected, BigDecimal missing, BigDecimal surplus,
            ArrivalLine.Reason reason, ArrivalLine.Destination destination, UUID donationLineId, UUID needId, UUID needLineId,
            KnownLot lot) {}

    /**
     * The lot that was loaded in another hub.
     *
     * @param code as printed; null when there is none
     * @param dateKind what its date means
     * @param date as printed, or the use-within day; null when the goods do not spoil
     */
    public record KnownLot(UUID id, String code, DateKind dateKind, String date) {

        static KnownLot of(Lot lot) {
            return lot == null ? null : new KnownLot(lot.id(), lot.code(), lot.dateKind(), lot.date());
        }
    }

    /**
     * A confirmation sent so far.
     *
     * @param state what became of it
     * @param occurredAt when the goods were taken
     * @param closes it said that nothing more comes
     */
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
