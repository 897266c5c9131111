package it.milanoaiuta.foodhub.people.household;

/** Whether a household is helped every week or now and then. */
public enum Frequency {
    /** Every week. */
    CONTINUOUS,
    /** Now and then. */
    OCCASIONAL
}
