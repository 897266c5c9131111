package it.milanoaiuta.foodhub.outbound.parcel;

/** Why a household gets a recipe once more in a week: a closed list. */
public enum ExtraReason {
    SPOILED, INCOMPLETE, NEW_MEMBER, EMERGENCY
}
