package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;
import it.milanoaiuta.platform.web.Ids;

/**
 * A hub confirmed goods of a donation, or set goods of its own stock aside for it. The figures are the arrival's totals after
 * this receipt, so that the last event alone tells the whole.
 *
 * @param receiptId of the confirmation; an id of its own when a hub gave of its own stock
 * @param closed everything is accounted for, nothing more is expected
 */
@Published(topic = "food-hub.receipts")
public record DonationReceived(UUID arrivalId, UUID receiptId, UUID hubId, UUID donationId, boolean closed, Instant receivedAt,
        List<Line> lines) implements Event {

    /**
     * Quantities in the item's base unit; setAside: of what was accepted, for the need line, the rest is general stock; reason and destination of the last
     * rejection.
     */
    public record Line(UUID donationLineId, UUID needId, UUID needLineId, UUID itemId, BigDecimal expected,
            BigDecimal accepted, BigDecimal rejected, BigDecimal missing, BigDecimal surplus, BigDecimal setAside,
            ArrivalLine.Reason reason, ArrivalLine.Destination destination) {

        private static Line of(ArrivalLine line) {
            return new Line(line.donationLineId(), line.needId(), line.needLineId(), line.itemId(), line.expected(),
                    line.accepted(),
                    line.rejected(), line.missing(), line.surplus(), line.setAside(), line.reason(), line.destination());
        }
    }

    /** @param rest whether more of the donation may come to another hub */
    static DonationReceived of(Arrival arrival, Receipt receipt, boolean rest) {
        return new DonationReceived(arrival.id(), receipt.id(), arrival.hubId(), arrival.donationId(),
                arrival.isClosed() && !rest,
                receipt.occurredAt(), lines(arrival));
    }

    /** What a hub gave of its own stock. */
    public static DonationReceived ofOwnStock(Arrival gift, Instant at) {
        return new DonationReceived(gift.id(), Ids.next(), gift.hubId(), gift.donationId(), true, at, lines(gift));
    }

    /** The lines the donor promised; what came beyond them is not hers. */
    static List<Line> lines(Arrival arrival) {
        return arrival.lines().stream().filter(line -> line.donationLineId() != null).map(Line::of).toList();
    }

    @Override
    public UUID aggregateId() {
        return arrivalId;
    }
}
