package it.milanoaiuta.foodhub.people.household;

/** How a household gets its goods. */
public enum DeliveryMode {
    /** They are brought to its door. */
    DELIVERY,
    /** Somebody collects them at the hub. */
    PICK_UP
}
