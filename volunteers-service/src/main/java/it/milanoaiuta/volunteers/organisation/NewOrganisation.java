package it.milanoaiuta.volunteers.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A registration.
 *
 * @param fiscalCode the organisation's own codice fiscale or partita IVA; unique among the verified
 * @param about what it does, for whoever thinks of helping it
 */
public record NewOrganisation(
        @NotBlank @Size(max = 200) String name,
        @Schema(description = "Codice fiscale or partita IVA: 11 digits with their check digit", examples = "80012345678") @Pattern(regexp = "[0-9]{11}") String fiscalCode,
        @Size(max = 2000) String about,
        @NotNull @Valid Contact contact) {

    /** How the city reaches it; in the vault, shown to its members and to coordinators only. */
    public record Contact(
            @NotBlank @Email @Size(max = 254) String email,
            @Schema(examples = "+390288450000") @Pattern(regexp = "\\+?[0-9 ]{5,19}") String phone) {

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }
}
