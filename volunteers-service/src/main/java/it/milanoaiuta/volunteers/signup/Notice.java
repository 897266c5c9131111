package it.milanoaiuta.volunteers.signup;

/** What somebody is told about a sign-up: kinds of messages. */
public enum Notice {
    /** Confirmed from the waiting list; the cause is her sign-up. */
    PROMOTED,
    /** A place is free and whoever says yes first has it; the cause is what freed it. */
    PLACE_FREE,
    /** The shift is at another time; the cause is the change. */
    SHIFT_MOVED,
    /** At its new time she is confirmed elsewhere, and the owner let her go; the cause is the change. */
    RELEASED,
    /** Another organisation organises the shift; the cause is the change. */
    SHIFT_TAKEN_OVER,
    /** The shift is not held; the cause is the shift. */
    SHIFT_CANCELLED
}
