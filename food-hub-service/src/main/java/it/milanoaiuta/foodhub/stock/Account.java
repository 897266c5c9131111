package it.milanoaiuta.foodhub.stock;

import java.util.UUID;

/**
 * A place in the ledger that goods are in, were taken from or went to.
 *
 * @param owner whose account of this kind it is; see {@link Kind}
 */
public record Account(Kind kind, UUID owner) {

    /** Kinds of accounts, each with what owns one. */
    public enum Kind {
        /** Free and set-aside goods of a hub. */
        HUB,
        /** A hub's goods that must not leave to people: out of temperature or suspect. */
        QUARANTINE,
        /** On the road between two hubs; owner is the transfer. */
        IN_TRANSIT,
        /** Packed; owner is the parcel. */
        PARCEL,
        /** Loaded loose, not in a parcel; owner is the delivery. */
        DELIVERY,
        /** Handed over; owner is the delivery (or pick-up) that did it. */
        RECIPIENT,
        /** Thrown away by a hub. */
        WASTE,
        /** Given by a hub as animal feed. */
        ANIMAL_FEED,
        /** Composted by a hub. */
        COMPOST,
        /** Weight a hub lost by weighing, sorting and drying. */
        SHRINKAGE,
        /** What did not come out of the transfers a hub sent. */
        SENDER_LOSS,
        /** Where goods come from; owner is the arrival. Below zero by what came. */
        SUPPLIER,
        /** Corrections of a hub's counts; may be below zero. */
        ADJUSTMENT
    }

    public static Account hub(UUID hubId) {
        return new Account(Kind.HUB, hubId);
    }

    public static Account quarantine(UUID hubId) {
        return new Account(Kind.QUARANTINE, hubId);
    }

    public static Account inTransit(UUID transferId) {
        return new Account(Kind.IN_TRANSIT, transferId);
    }

    public static Account parcel(UUID parcelId) {
        return new Account(Kind.PARCEL, parcelId);
    }

    public static Account delivery(UUID deliveryId) {
        return new Account(Kind.DELIVERY, deliveryId);
    }

    public static Account recipient(UUID deliveryId) {
        return new Account(Kind.RECIPIENT, deliveryId);
    }

    public static Account senderLoss(UUID hubId) {
        return new Account(Kind.SENDER_LOSS, hubId);
    }

    public static Account supplier(UUID arrivalId) {
        return new Account(Kind.SUPPLIER, arrivalId);
    }
}
