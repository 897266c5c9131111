package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.foodhub.inbound.arrival.Arrival;

/**
 * What became of a confirmation.
 *
 * @param arrivalId the arrival it is about
 * @param state booked, or kept to be settled
 * @param arrivalState of the arrival after it
 * @param arrivalVersion of the arrival after it
 * @param occurredAt when the goods were taken
 * @param timeReplaced true: the device's time could not be true and was replaced
 * @param lots what was taken, one by one
 * @param deliveryIds deliveries planned for needs the goods were given for
 */
public record ReceiptView(UUID id, UUID arrivalId, Receipt.State state, Arrival.State arrivalState, long arrivalVersion,
        Instant occurredAt, boolean timeReplaced, List<TakenLot> lots, List<UUID> deliveryIds) {

    /**
     * Goods of one lot that were taken.
     *
     * @param quantity in the item's base unit
     * @param quarantined the reading was out of tolerance: not stock
     */
    public record TakenLot(UUID lotId, UUID itemId, BigDecimal quantity, boolean quarantined) {}

    static ReceiptView of(Receipt receipt, Arrival arrival, List<TakenLot> lots) {
        return new ReceiptView(receipt.id(), arrival.id(), receipt.state(), arrival.state(), arrival.version(),
                receipt.occurredAt(),
                receipt.isTimeReplaced(), lots, List.copyOf(receipt.deliveryIds()));
    }
}
