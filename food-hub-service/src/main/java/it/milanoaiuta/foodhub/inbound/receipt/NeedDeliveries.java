package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What arrivals and gifts ask of deliveries: goods for an organisation's need are set aside and brought to it. Implemented where
 * deliveries are; arrivals do not know them.
 */
public interface NeedDeliveries {

    /**
     * Sets goods that were just received and booked into the hub aside for a delivery
     * ({@link it.milanoaiuta.foodhub.stock.Reservations}) and plans it (PLANNED, event DeliveryPlanned), in the caller's
     * transaction. Goods for a need join the delivery that is planned for it already, if there is one.
     *
     * @return the delivery's id
     */
    UUID plan(UUID hubId, UUID needId, List<Line> lines);

    /**
     * The need ended, or turned out to be a hub's own: a delivery that is still PLANNED is CANCELLED (event
     * DeliveryCancelled) and its goods are free. Harmless when it is not PLANNED.
     */
    void cancel(UUID deliveryId);

    /**
     * What these donation lines gave of these lots is taken back: a delivery that is still PLANNED goes without it and it is
     * free; one that has nothing left is CANCELLED. Harmless when it is not PLANNED.
     */
    void giveUp(UUID deliveryId, Collection<UUID> lotIds, Collection<UUID> donationLineIds);

    /**
     * The day on which goods set aside for the need now would be brought: that of the delivery planned for it, else the day
     * a new one is planned for.
     */
    LocalDate dayOf(UUID hubId, UUID needId);

    /** By need line, what is set aside for it at any hub, on the road to it or delivered, in the item's base unit; none for nothing. */
    Map<UUID, BigDecimal> filled(Collection<UUID> needLineIds);

    /** @param quantity in the item's base unit */
    record Line(UUID needLineId, UUID donationLineId, UUID lotId, BigDecimal quantity) {}
}
