package it.milanoaiuta.donations.need;

/** Where a need is in its life. */
public enum NeedState {
    /** Waits for a coordinator's look. */
    PENDING, PUBLISHED,
    /** Was not confirmed in time: out of the public lists, in its owner's queue; one renewal brings it back. */
    EXPIRED,
    /** Every line received what it asked for; reopens only when a receipt is undone. */
    FULFILLED, CLOSED_SHORT, CANCELLED, REJECTED;

    /** It asks for something, seen by everybody or not. */
    public boolean isLive() {
        return this == PUBLISHED || this == EXPIRED;
    }
}
