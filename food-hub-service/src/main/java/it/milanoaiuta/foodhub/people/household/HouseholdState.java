package it.milanoaiuta.foodhub.people.household;

/** Where a case is: ACTIVE ⇄ PAUSED → CLOSED; only an active household gets parcels. */
public enum HouseholdState {
    ACTIVE, PAUSED, CLOSED
}
