package it.milanoaiuta.donations.donation;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * Where and when a donation is brought from now on, and what becomes of it when its need ends, as a merge-patch (RFC 7396):
 * what is left out stays; null would take it away, which a donor does by taking the donation back.
 */
public class Plan {

    // Not a record: of those Jackson cannot tell null from what is left out

    /** The hub it is brought to; a hub's own need is served at that hub (else 400 goods-belong-to-another-hub). */
    @JsonSetter(nulls = Nulls.FAIL)
    public UUID hubId;

    /** From when it comes: at most 24 h before windowEnd, at most 60 days ahead. */
    @JsonSetter(nulls = Nulls.FAIL)
    public Instant windowStart;

    /** Until when it comes, in the future. */
    @JsonSetter(nulls = Nulls.FAIL)
    public Instant windowEnd;

    /** What becomes of goods whose need ends first, or has ended while they wait. */
    @JsonSetter(nulls = Nulls.FAIL)
    public IfNotNeeded ifNotNeeded;

    boolean movesIt() {
        return hubId != null || windowStart != null || windowEnd != null;
    }

    UUID hubOf(Donation donation) {
        return hubId == null ? donation.hubId() : hubId;
    }

    Instant startOf(Donation donation) {
        return windowStart == null ? donation.windowStart() : windowStart;
    }

    Instant endOf(Donation donation) {
        return windowEnd == null ? donation.windowEnd() : windowEnd;
    }
}
