package it.milanoaiuta.donations.donation;

/** Where a donation is in its life. */
public enum DonationState {
    /** Promised; where or when is not known yet. */
    PLEDGED,
    /** A hub expects it in a window. */
    SCHEDULED,
    /** Everything promised was accepted. */
    RECEIVED,
    /** Some of it was, so far or for good. */
    PARTIALLY_RECEIVED,
    /** It came and nothing of it could be taken. */
    REJECTED,
    /** Its donor took it back, or nothing of it was needed any more. */
    CANCELLED,
    /** It did not come in time. */
    LAPSED;

    /** Nothing of it has come yet, and it may still be changed or taken back. */
    public boolean isComing() {
        return this == PLEDGED || this == SCHEDULED;
    }
}
