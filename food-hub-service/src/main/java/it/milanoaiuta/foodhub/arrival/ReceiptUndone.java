package it.milanoaiuta.foodhub.arrival;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.delivery.Event;
import it.milanoaiuta.delivery.Published;

/** A confirmation of a donation's goods was taken back; the figures are the arrival's totals without it. */
@Published(topic = "food-hub.receipts")
public record ReceiptUndone(UUID arrivalId, UUID receiptId, UUID hubId, UUID donationId, boolean closed, Instant receivedAt,
        List<DonationReceived.Line> lines) implements Event {

    static ReceiptUndone of(Arrival arrival, Receipt receipt) {
        return new ReceiptUndone(arrival.id, receipt.id, arrival.hubId, arrival.donationId, arrival.isClosed(),
                receipt.occurredAt, DonationReceived.lines(arrival));
    }

    @Override
    public UUID aggregateId() {
        return arrivalId;
    }
}
