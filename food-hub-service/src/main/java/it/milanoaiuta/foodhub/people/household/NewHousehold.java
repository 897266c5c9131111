package it.milanoaiuta.foodhub.people.household;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.InvalidField;

@Schema(description = "A household to be helped: counts, never names or birth dates")
public record NewHousehold(
        @NotNull @Schema(description = "The hub that is to serve it") UUID hubId,
        @Schema(description = "The organisation that refers it; the caller is a member of it, or an operator. Null: the caller manages the hub, or is an operator") UUID referrerOrganisationId,
        @NotEmpty @Size(max = 6) @Schema(description = "Each band at most once; together 1 to 20 people") List<@NotNull @Valid BandCount> bands,
        @NotNull @Min(1) @Max(9) Integer municipio,
        UUID neighbourhoodId,
        @Size(max = 50) @Schema(description = "Items it does not take; the reason is never asked") List<@NotNull UUID> exclusions,
        @NotNull DeliveryMode deliveryMode,
        @Schema(description = "CONTINUOUS when left out") Frequency frequency,
        @Valid @Schema(description = "Kept in the vault; never in the household's own view") Contact contact) {

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
