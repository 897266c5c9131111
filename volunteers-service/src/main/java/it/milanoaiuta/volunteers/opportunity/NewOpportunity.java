package it.milanoaiuta.volunteers.opportunity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.volunteers.owner.Owner;
import it.milanoaiuta.volunteers.owner.OwnerKind;

/**
 * Help that is wanted.
 *
 * @param ownerKind whether an organisation or a hub asks
 * @param ownerId the organisation or hub that asks; the caller acts for it
 * @param task what the help is
 * @param title what people read first, by language (ISO 639-1, two small letters), at most 120 characters each
 * @param place where it is; null only for a hub: at the hub itself
 * @param postingId client-made, when the same posting asks for goods too: one opportunity and one need of the owner may have it
 * @param languages that one must speak (ISO 639-1, two small letters)
 * @param minimumAge whole years on the day of the shift; 18 when not given
 * @param skills that one must have, all of them
 */
public record NewOpportunity(
        @NotNull OwnerKind ownerKind,
        @NotNull UUID ownerId,
        @NotNull Task task,
        @NotEmpty @Size(max = 8) Map<@Pattern(regexp = "[a-z]{2}") String, @NotBlank @Size(max = 120) String> title,
        @Valid Place place,
        UUID postingId,
        @Size(max = 10) Set<@NotNull @Pattern(regexp = "[a-z]{2}") String> languages,
        @Min(16) @Max(99) Integer minimumAge,
        @Size(max = 10) Set<@NotNull Skill> skills) {

    /**
     * Where help is wanted.
     *
     * @param name what people call it
     * @param address street and number, as one writes it on a letter
     * @param municipio the number of the city's district (Municipio), 1 to 9
     * @param longitude degrees east (WGS 84), together with latitude or not at all
     * @param latitude degrees north (WGS 84), together with longitude or not at all
     */
    @Schema(name = "Place")
    public record Place(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 300) String address,
            @NotNull @Min(1) @Max(9) Integer municipio,
            @DecimalMin("-180") @DecimalMax("180") Double longitude,
            @DecimalMin("-90") @DecimalMax("90") Double latitude) {

        private void mustBeWhole() {
            if ((longitude == null) != (latitude == null)) {
                throw new InvalidField(longitude == null ? "place.longitude" : "place.latitude", "point-incomplete");
            }
        }
    }

    @JsonIgnore
    Owner owner() {
        return new Owner(ownerKind, ownerId);
    }

    /** Task and skills are of their lists. */
    void mustBeKnown() {
        task.mustBeKnown("task");
        if (skills != null) {
            skills.forEach(skill -> skill.mustBeKnown("skills"));
        }
    }

    /** What annotations cannot say. */
    void mustSayWhere() {
        if (place != null) {
            place.mustBeWhole();
        } else if (ownerKind == OwnerKind.ORGANISATION) {
            throw new InvalidField("place", "place-needed");
        }
    }
}
