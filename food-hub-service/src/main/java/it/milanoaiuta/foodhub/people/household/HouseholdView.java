package it.milanoaiuta.foodhub.people.household;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A household, known by its code alone.
 *
 * @param code what it is known by on paper and by telephone
 * @param hubId the hub that serves it
 * @param referrerOrganisationId null when the city refers it: nobody else does, or who does is suspended
 * @param state where the case is
 * @param members people in all
 * @param bands the same people by age and sex; bands with nobody are left out
 * @param municipio the number of the city's district (Municipio) it lives in, 1 to 9
 * @param neighbourhoodId where in it; null when not said
 * @param exclusions items it does not take
 * @param deliveryMode how it gets its goods
 * @param frequency every week or now and then
 * @param filedAt when it was filed
 * @param version also of its contact; the ETag to send as If-Match
 */
public record HouseholdView(UUID id, @Schema(examples = "FA-7K3F-9QX2") String code, UUID hubId, UUID referrerOrganisationId,
        HouseholdState state, int members, List<BandCount> bands, int municipio, UUID neighbourhoodId, List<UUID> exclusions,
        DeliveryMode deliveryMode, Frequency frequency, Instant filedAt, long version) {

    /** @param suspended referrers in whose place the city stands now */
    static HouseholdView of(Household h, Set<UUID> suspended) {
        UUID referrer = suspended.contains(h.referrerOrganisationId()) ? null : h.referrerOrganisationId();
        return new HouseholdView(h.id(), h.code(), h.hubId(), referrer, h.state(), h.members(),
                h.bands().stream().sorted(Comparator.comparing(BandCount::band)).toList(), h.municipio(), h.neighbourhoodId(),
                h.exclusions().stream().sorted().toList(), h.deliveryMode(), h.frequency(), h.filedAt(), h.version());
    }
}
