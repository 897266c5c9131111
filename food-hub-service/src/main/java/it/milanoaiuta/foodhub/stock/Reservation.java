package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Goods of a hub set aside: they are not picked for anything else until ended.
 *
 * @param quantity in the item's base unit
 * @param holderId the transfer or delivery they wait for
 * @param needId the need they were given for, null for none
 * @param needLineId its line, null for none
 * @param donationLineId the donation line they were given by, null for none
 */
public record Reservation(UUID hubId, UUID lotId, BigDecimal quantity, Holder holder, UUID holderId, UUID needId,
        UUID needLineId, UUID donationLineId) {

    /** What goods can be set aside for. */
    public enum Holder {
        TRANSFER, DELIVERY
    }

    /** How it ended. */
    public enum End {
        /** The goods left for what they were set aside for. */
        USED,
        /** The goods are free again. */
        RELEASED
    }
}
