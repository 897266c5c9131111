package it.milanoaiuta.foodhub.outbound.parcel;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.InvalidField;

/**
 * Parcels to pack: one for each household, by one recipe.
 *
 * @param recipe code of a recipe, of which the version in force on the day is taken
 * @param handOver day they are to be handed over, Europe/Rome: today to 60 days ahead. Dates of the goods are judged on it
 * @param householdIds in the order in which they are served when stock is short
 * @param extraReason why these households get this recipe once more in the week; left out for the ordinary one
 * @param substitutions what stands in for items; each item of the recipe at most once
 */
public record NewParcels(
        @NotNull @Size(max = 40) @Pattern(regexp = "[A-Z][A-Z_]*") @Schema(examples = "FRESH_KIT") String recipe,
        @NotNull LocalDate handOver,
        @NotEmpty @Size(max = 500) List<@NotNull UUID> householdIds,
        ExtraReason extraReason,
        @Size(max = 20) List<@NotNull @Valid Substitution> substitutions) {

    public NewParcels {
        substitutions = substitutions == null ? List.of() : substitutions;
    }

    /** @throws InvalidField for a day that is past or too far, and for a household or an item given twice */
    void mustBeWhole(LocalDate today, HandOverRules rules) {
        long daysAhead = rules.ahead().toDays();
        if (handOver.isBefore(today) || handOver.isAfter(today.plusDays(daysAhead))) {
            throw new InvalidField("handOver", "day-not-ahead", daysAhead);
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < householdIds.size(); i++) {
            if (!seen.add(householdIds.get(i))) {
                throw new InvalidField("householdIds[" + i + "]", "household-twice");
            }
        }
        for (int i = 0; i < substitutions.size(); i++) {
            if (!seen.add(substitutions.get(i).itemId())) {
                throw new InvalidField("substitutions[" + i + "].itemId", "item-twice");
            }
        }
    }
}
