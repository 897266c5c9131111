package it.milanoaiuta.foodhub.outbound.delivery;

/** What became of a delivery at the door. */
public enum Outcome {
    /** All of it was handed over. */
    DELIVERED,
    /** Some of it was. */
    PARTIAL,
    /** Nothing was. */
    FAILED
}
