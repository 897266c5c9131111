package it.milanoaiuta.donations.donation;

/** What becomes of goods whose need ends before they are delivered, as the donor said. */
public enum IfNotNeeded {
    /** General stock of the hub: on arrival, or after 48 h in which the donor may still change her mind. */
    HUB,
    /** The line is cancelled at once, unless it was handed over already. */
    CANCEL
}
