package it.milanoaiuta.foodhub.people.household;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case found by look-up; several may share a telephone.
 *
 * @param code what it is known by on paper and by telephone
 */
public record FoundHousehold(UUID id, @Schema(examples = "FA-7K3F-9QX2") String code) {

    static FoundHousehold of(Household household) {
        return new FoundHousehold(household.id(), household.code());
    }
}
