package it.milanoaiuta.donations.donation;

/** How the goods come to the hub. */
public enum Handover {
    /** The donor brings them. */
    DROP_OFF,
    /** They are fetched from the donor. */
    COLLECTION
}
