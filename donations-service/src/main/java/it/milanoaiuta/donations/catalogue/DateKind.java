package it.milanoaiuta.donations.catalogue;

/** The date that is usually printed on the goods; what is printed on a lot is said when a hub receives it. */
public enum DateKind {
    /** Not to be eaten after it. */
    USE_BY,
    /** Good until then; may be good for some time after it. */
    BEST_BEFORE,
    /** Nothing is printed: the item's shelf days decide, and without shelf days it does not spoil. */
    NONE
}
