package it.milanoaiuta.foodhub.people.household;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A household, known by its code alone")
public record HouseholdView(UUID id,
        @Schema(description = "What it is known by on paper and by telephone", examples = "FA-7K3F-9QX2") String code,
        UUID hubId,
        @Schema(description = "Null when the city refers it: nobody else does, or who does is suspended") UUID referrerOrganisationId,
        HouseholdState state, int members, List<BandCount> bands, int municipio,
        UUID neighbourhoodId, List<UUID> exclusions, DeliveryMode deliveryMode, Frequency frequency, Instant filedAt,
        @Schema(description = "Also of its contact; for If-Match") long version) {

    /** @param suspended referrers in whose place the city stands now */
    static HouseholdView of(Household h, Set<UUID> suspended) {
        UUID referrer = suspended.contains(h.referrerOrganisationId()) ? null : h.referrerOrganisationId();
        return new HouseholdView(h.id(), h.code(), h.hubId(), referrer, h.state(), h.members(),
                h.bands().stream().sorted(Comparator.comparing(BandCount::band)).toList(), h.municipio(), h.neighbourhoodId(),
                h.exclusions().stream().sorted().toList(), h.deliveryMode(), h.frequency(), h.filedAt(), h.version());
    }
}
