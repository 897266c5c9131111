package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.foodhub.inbound.arrival.Arrival;

/**
 * What became of a confirmation.
 *
 * @param arrivalVersion of the arrival after it
 * @param lots what was taken, one by one
 * @param deliveryIds deliveries planned for needs the goods were given for
 */
public record ReceiptView(UUID id, UUID arrivalId, Receipt.State state, Arrival.State arrivalState, long arrivalVersion,
        Instant occurredAt,
        @Schema(description = "True: the device's time could not be true and was replaced") boolean timeReplaced,
        List<TakenLot> lots, List<UUID> deliveryIds) {

    /** @param quarantined the reading was out of tolerance: not stock */
    public record TakenLot(UUID lotId, UUID itemId, BigDecimal quantity, boolean quarantined) {}

    static ReceiptView of(Receipt receipt, Arrival arrival, List<TakenLot> lots) {
        return new ReceiptView(receipt.id(), arrival.id(), receipt.state(), arrival.state(), arrival.version(),
                receipt.occurredAt(),
                receipt.isTimeReplaced(), lots, List.copyOf(receipt.deliveryIds()));
    }
}
