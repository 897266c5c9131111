package it.milanoaiuta.foodhub.outbound.parcel;

/**
 * <code>PACKED → LOADED → HANDED_OVER | UNDELIVERED</code>, <code>UNDELIVERED → RETURNED → PACKED</code>,
 * <code>PACKED | RETURNED → UNPACKED</code>.
 */
public enum ParcelState {
    PACKED, LOADED, HANDED_OVER,
    /** Nothing of it was handed over: the household may have another in the week. On its way back, or opened on its return. */
    UNDELIVERED,
    /** Back in the hub as it left, for nobody: it is given again or unpacked. */
    RETURNED, UNPACKED;

    boolean isWholeInHub() {
        return this == PACKED || this == RETURNED;
    }
}
