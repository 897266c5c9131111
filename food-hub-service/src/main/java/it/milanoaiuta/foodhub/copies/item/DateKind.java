package it.milanoaiuta.foodhub.copies.item;

/** What a date on food means (Reg. 1169/2011). */
public enum DateKind {
    /** "da consumare entro": through the end of that day, then never. */
    USE_BY,
    /** "preferibilmente entro": after it only inside the item's window and with a recorded check. */
    BEST_BEFORE,
    /** Nothing printed: the item's shelf days from receipt, where it has them. */
    NONE
}
