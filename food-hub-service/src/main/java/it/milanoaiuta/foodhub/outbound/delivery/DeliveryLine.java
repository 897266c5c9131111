package it.milanoaiuta.foodhub.outbound.delivery;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Embeddable;

import it.milanoaiuta.foodhub.stock.Account;

/**
 * Goods of one lot on a delivery, and what became of them.
 *
 * @param parcelId the parcel they are in; null for goods loaded loose
 * @param needLineId the need line they were given for; null for a household's
 * @param donationLineId the donation line they came by; null for none
 * @param quantity what is loaded, in the item's base unit
 * @param delivered what was handed over; null until confirmed
 */
@Embeddable
public record DeliveryLine(UUID lotId, UUID itemId, UUID parcelId, UUID needLineId, UUID donationLineId, BigDecimal quantity,
        BigDecimal delivered) {

    DeliveryLine handedOver(BigDecimal part) {
        return new DeliveryLine(lotId, itemId, parcelId, needLineId, donationLineId, quantity, part);
    }

    /** The account the goods are on while they are on the road. */
    Account carriedOn(Delivery delivery) {
        return parcelId == null ? Account.delivery(delivery.id()) : Account.parcel(parcelId);
    }

    /** Whether anything of it was handed over. */
    boolean isPartlyDelivered() {
        return delivered != null && delivered.signum() > 0;
    }

    /** What is not handed over: all of it as long as nothing is confirmed. */
    BigDecimal undelivered() {
        return delivered == null ? quantity : quantity.subtract(delivered);
    }
}
