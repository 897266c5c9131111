package it.milanoaiuta.foodhub.outbound.delivery;

import java.util.EnumSet;
import java.util.Set;

/** Where a delivery is: PLANNED → LOADED → DELIVERED, PARTIAL or FAILED; FAILED → RETURNED; PLANNED → CANCELLED. */
public enum DeliveryState {
    /** Its goods are in the hub, packed or set aside. */
    PLANNED,
    /** Its goods left the hub. */
    LOADED,
    /** All of it was handed over. */
    DELIVERED,
    /** Some of it was handed over; returnedAt tells when the rest was back. */
    PARTIAL,
    /** Nothing was handed over; the goods are on the road. */
    FAILED,
    /** Nothing was handed over, and the goods are back. */
    RETURNED,
    /** It never left. */
    CANCELLED;

    static final Set<DeliveryState> BEFORE_THE_DOOR = EnumSet.of(PLANNED, LOADED);
    /** Something of it is on the road until its return is recorded. */
    static final Set<DeliveryState> WITH_GOODS_LEFT = EnumSet.of(PARTIAL, FAILED);

    /** Whether what a person confirms at the door still applies; from PLANNED it was loaded and nobody said so. */
    boolean awaitsConfirmation() {
        return BEFORE_THE_DOOR.contains(this);
    }
}
