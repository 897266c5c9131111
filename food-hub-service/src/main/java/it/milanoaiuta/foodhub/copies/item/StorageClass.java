package it.milanoaiuta.foodhub.copies.item;

/** How goods must be kept. Chilled and frozen ones are received only with a temperature. */
public enum StorageClass {
    AMBIENT, CHILLED, FROZEN, FRESH_PRODUCE;

    /** Whether a receipt must give a reading in °C. */
    public boolean needsTemperature() {
        return this == CHILLED || this == FROZEN;
    }
}
