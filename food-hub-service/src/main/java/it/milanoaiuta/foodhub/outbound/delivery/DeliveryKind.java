package it.milanoaiuta.foodhub.outbound.delivery;

/** Whom a delivery goes to. */
public enum DeliveryKind {
    /** A household's parcels. */
    HOUSEHOLD,
    /** The goods set aside for a need, to its place. */
    NEED
}
