package it.milanoaiuta.foodhub.inbound.receipt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;
import it.milanoaiuta.platform.web.Ids;

/**
 * A confirmation of a donation's goods was taken back, or goods a hub had given of its own stock are free again; the figures
 * are the arrival's totals without it.
 *
 * @param receiptId of the confirmation; an id of its own when it was the hub's own stock
 */
@Published(topic = "food-hub.receipts")
public record ReceiptUndone(UUID arrivalId, UUID receiptId, UUID hubId, UUID donationId, boolean closed, Instant receivedAt,
        List<DonationReceived.Line> lines) implements Event {

    static ReceiptUndone of(Arrival arrival, Receipt receipt) {
        return new ReceiptUndone(arrival.id(), receipt.id(), arrival.hubId(), arrival.donationId(), arrival.isClosed(),
                receipt.occurredAt(), DonationReceived.lines(arrival));
    }

    /** Of what a hub gave of its own stock. */
    public static ReceiptUndone ofOwnStock(Arrival gift, Instant at) {
        return new ReceiptUndone(gift.id(), Ids.next(), gift.hubId(), gift.donationId(), true, at,
                DonationReceived.lines(gift));
    }

    @Override
    public UUID aggregateId() {
        return arrivalId;
    }
}
