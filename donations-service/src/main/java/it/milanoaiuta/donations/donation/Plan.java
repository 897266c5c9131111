package it.milanoaiuta.donations.donation;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * Where and when a donation is brought from now on, and what becomes of it when its need ends, as a merge-patch (RFC 7396): what
 * is left out stays; null would take it away, which a donor does by taking the donation back. Not a record: of those Jackson
 * cannot tell null from what is left out.
 */
public class Plan {

    @JsonSetter(nulls = Nulls.FAIL)
    public UUID hubId;

    @JsonSetter(nulls = Nulls.FAIL)
    @Schema(description = "At most 24 h before windowEnd")
    public Instant windowStart;

    @JsonSetter(nulls = Nulls.FAIL)
    public Instant windowEnd;

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
