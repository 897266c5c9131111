package it.milanoaiuta.donations.donation;

/** What becomes of goods whose need ends before they are delivered, as the donor said. */
public enum IfNotNeeded {
    /** General stock of the hub. */
    HUB,
    /** The line is cancelled, unless it was handed over already. */
    CANCEL
}
