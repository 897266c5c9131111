package it.milanoaiuta.donations.need;

/** Where a need is in its life. */
public enum NeedState {
    /** Waits for a coordinator's look; only its owner sees it besides. */
    PENDING,
    /** In the public lists; donations may be promised to it. */
    PUBLISHED,
    /** Was not confirmed in time: out of the public lists, in its owner's queue; one renewal brings it back. */
    EXPIRED,
    /** Every line received what it asked for; reopens only when a receipt is undone. */
    FULFILLED,
    /** Its owner ended it with what was received. */
    CLOSED_SHORT,
    /** Its owner took it back. */
    CANCELLED,
    /** A coordinator said no, with a reason. */
    REJECTED;

    /** It asks for something, seen by everybody or not. */
    public boolean isLive() {
        return this == PUBLISHED || this == EXPIRED;
    }
}
