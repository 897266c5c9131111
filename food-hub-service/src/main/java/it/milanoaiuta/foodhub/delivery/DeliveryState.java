package it.milanoaiuta.foodhub.delivery;

/**
 * <code>PLANNED → LOADED → DELIVERED | PARTIAL | FAILED</code>, <code>FAILED → RETURNED</code>,
 * <code>PLANNED → CANCELLED</code>. What a PARTIAL one brings back is told by its time of return.
 */
public enum DeliveryState {

    PLANNED, LOADED, DELIVERED, PARTIAL, FAILED, RETURNED, CANCELLED;

    /** Whether what a person confirms at the door still applies; from PLANNED it was loaded and nobody said so. */
    boolean awaitsConfirmation() {
        return this == PLANNED || this == LOADED;
    }
}
