package it.milanoaiuta.foodhub.parcel;

/** <code>PACKED → LOADED → HANDED_OVER | UNDELIVERED</code>, <code>PACKED → UNPACKED</code>. */
public enum ParcelState {
    PACKED, LOADED, HANDED_OVER,
    /** Nothing of it was handed over: its goods go back to stock, the household may have another in the week. */
    UNDELIVERED, UNPACKED
}
