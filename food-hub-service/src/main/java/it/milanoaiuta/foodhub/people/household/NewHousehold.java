package it.milanoaiuta.foodhub.people.household;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import it.milanoaiuta.platform.web.InvalidField;

/**
 * A household to be helped: counts, never names or birth dates.
 *
 * @param hubId the hub that is to serve it
 * @param referrerOrganisationId the organisation that refers it; the caller is a member of it, or an operator. Null: the caller
 *        manages the hub, or is an operator
 * @param bands each band at most once; together 1 to 20 people
 * @param municipio the number of the city's district (Municipio) it lives in, 1 to 9
 * @param neighbourhoodId where in it; null when not said
 * @param exclusions items it does not take; the reason is never asked
 * @param deliveryMode how it gets its goods
 * @param frequency CONTINUOUS when left out
 * @param contact kept in the vault; never in the household's own view
 */
public record NewHousehold(
        @NotNull UUID hubId,
        UUID referrerOrganisationId,
        @NotEmpty @Size(max = 6) List<@NotNull @Valid BandCount> bands,
        @NotNull @Min(1) @Max(9) Integer municipio,
        UUID neighbourhoodId,
        @Size(max = 50) List<@NotNull UUID> exclusions,
        @NotNull DeliveryMode deliveryMode,
        Frequency frequency,
        @Valid Contact contact) {

    public NewHousehold {
        exclusions = exclusions == null ? List.of() : exclusions;
        frequency = frequency == null ? Frequency.CONTINUOUS : frequency;
    }

    /** @throws InvalidField when a band is given twice or the household has no member, or more than twenty */
    void mustAddUp() {
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i).band();
            if (bands.subList(0, i).stream().anyMatch(earlier -> earlier.band() == band)) {
                throw new InvalidField("bands[" + i + "].band", "band-twice");
            }
        }
        int members = bands.stream().mapToInt(BandCount::people).sum();
        if (members == 0) {
            throw new InvalidField("bands", "household-empty");
        }
        if (members > Household.MOST_MEMBERS) {
            throw new InvalidField("bands", "household-too-big", Household.MOST_MEMBERS);
        }
    }
}
