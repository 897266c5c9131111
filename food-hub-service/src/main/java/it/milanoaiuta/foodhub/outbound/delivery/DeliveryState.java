package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.EnumSet;
import java.util.Set;

/**
 * <code>PLANNED → LOADED → DELIVERED | PARTIAL | FAILED</code>, <code>FAILED → RETURNED</code>,
 * <code>PLANNED → CANCELLED</code>. What a PARTIAL one brings back is told by its time of return.
 */
public enum DeliveryState {

    PLANNED, LOADED, DELIVERED, PARTIAL, FAILED, RETURNED, CANCELLED;

    static final Set<DeliveryState> BEFORE_THE_DOOR = EnumSet.of(PLANNED, LOADED);
    /** Something of it is on the road until its return is recorded. */
    static final Set<DeliveryState> WITH_GOODS_LEFT = EnumSet.of(PARTIAL, FAILED);

    /** Whether what a person confirms at the door still applies; from PLANNED it was loaded and nobody said so. */
    boolean awaitsConfirmation() {
        return BEFORE_THE_DOOR.contains(this);
    }
}
