package it.milanoaiuta.foodhub.people.household;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Members of a household in one age band.
 *
 * @param band whole years, both ends included
 * @param female people
 * @param male people
 * @param notStated people whose sex was not said
 */
@Embeddable
public record BandCount(@NotNull @Enumerated(EnumType.STRING) Band band, @Min(0) @Max(20) int female, @Min(0) @Max(20) int male,
        @Min(0) @Max(20) int notStated) {

    public int people() {
        return female + male + notStated;
    }
}
