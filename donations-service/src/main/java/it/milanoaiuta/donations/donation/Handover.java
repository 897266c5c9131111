package it.milanoaiuta.donations.donation;

/** How the goods come to the hub. */
public enum Handover {
    DROP_OFF, COLLECTION
}
