package it.milanoaiuta.donations.need;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Where goods are to be delivered: an organisation's or a hub's place, never a household's.
 *
 * @param name what people call it
 * @param address street and number, as one writes it on a letter
 * @param municipio the number of the city's district (Municipio), 1 to 9
 */
@Embeddable
public record Place(
        @NotBlank @Size(max = 120) @Column(name = "place_name") String name,
        @NotBlank @Size(max = 200) @Column(name = "place_address") String address,
        @NotNull @Min(1) @Max(9) Integer municipio) {}
