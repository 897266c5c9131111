package it.milanoaiuta.foodhub.outbound.parcel;

/**
 * Where a parcel is: PACKED → LOADED → HANDED_OVER or UNDELIVERED; UNDELIVERED → RETURNED → PACKED; PACKED or RETURNED →
 * UNPACKED.
 */
public enum ParcelState {
    /** In the hub, for its household. */
    PACKED,
    /** On the road with its delivery. */
    LOADED,
    /** Something of it, or all, reached the household. */
    HANDED_OVER,
    /** Nothing of it was handed over: the household may have another in the week. On its way back, or opened on its return. */
    UNDELIVERED,
    /** Back in the hub as it left, for nobody: it is given again or unpacked. */
    RETURNED,
    /** Its goods are stock again. */
    UNPACKED;

    boolean isWholeInHub() {
        return this == PACKED || this == RETURNED;
    }
}
