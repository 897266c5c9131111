package it.milanoaiuta.foodhub.people.household;

/** <code>ACTIVE ⇄ PAUSED → CLOSED</code>; only an active household gets parcels. */
public enum HouseholdState {
    ACTIVE, PAUSED, CLOSED
}
