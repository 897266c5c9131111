package it.milanoaiuta.foodhub.need;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What arrivals and needs ask of deliveries: goods received for an organisation's need are set aside and brought to it.
 * Implemented where deliveries are; arrivals do not know them.
 */
public interface NeedDeliveries {

    /**
     * Sets goods that were just received and booked into the hub aside for a delivery
     * ({@link it.milanoaiuta.foodhub.stock.Reservations}) and plans it (PLANNED, event DeliveryPlanned), in the caller's
     * transaction.
     *
     * @return the delivery's id
     */
    UUID plan(UUID hubId, UUID needId, List<Line> lines);

    /**
     * The goods of a delivery that is still PLANNED are not for it any more: the need ended, turned out to be a hub's own, or
     * the receipt was undone. Frees the goods, cancels the delivery and tells it. Harmless when it is not PLANNED.
     *
     * @return whether it was PLANNED until now
     */
    boolean cancel(UUID deliveryId);

    /** @param quantity in the item's base unit */
    record Line(UUID needLineId, UUID donationLineId, UUID itemId, UUID lotId, BigDecimal quantity) {}
}
