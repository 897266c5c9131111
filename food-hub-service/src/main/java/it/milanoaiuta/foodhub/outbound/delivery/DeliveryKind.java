package it.milanoaiuta.foodhub.outbound.delivery;

/** Whom a delivery goes to. */
public enum DeliveryKind {
    /** A household's parcels. */
    HOUSEHOLD,
    /** The goods reserved for a need. */
    NEED
}
