package it.milanoaiuta.foodhub.people.household;

/** What a household's contact is read for; stands on record with each reading. */
public enum Purpose {
    /** The hub, or who refers the household, sees to it that its goods arrive. */
    DELIVERY,
    /** The referring organisation follows its case. */
    FOLLOW_UP,
    /** 020202 answers or calls back. */
    CALL
}
