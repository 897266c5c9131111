package it.milanoaiuta.donations.donation;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where and when a donation is brought from now on; what is left out stays as it is (merge-patch, RFC 7396). */
public record Plan(
        UUID hubId,
        @Schema(description = "At most 24 h before windowEnd") Instant windowStart,
        Instant windowEnd) {

    Plan completedBy(Donation donation) {
        return new Plan(hubId == null ? donation.hubId : hubId, windowStart == null ? donation.windowStart : windowStart,
                windowEnd == null ? donation.windowEnd : windowEnd);
    }
}
