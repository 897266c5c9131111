package it.milanoaiuta.foodhub.outbound.delivery;

/** What became of a delivery at the door. */
public enum Outcome {
    DELIVERED, PARTIAL, FAILED
}
