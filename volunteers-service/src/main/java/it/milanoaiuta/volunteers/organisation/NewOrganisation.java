package it.milanoaiuta.volunteers.organisation;

import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.data.vault.Telephone;
import it.milanoaiuta.platform.data.vault.TelephoneNumber;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.MultiLine;

/**
 * A registration, for the city to decide about.
 *
 * @param name as the organisation is registered
 * @param fiscalCode the organisation's own codice fiscale or partita IVA: 11 digits, the last of which checks the others; no
 *        person's own code. Unique among the verified ones; null when it has none
 * @param about what it does, for whoever thinks of helping it; may have lines
 * @param contact how the city reaches it
 */
public record NewOrganisation(
        @NotBlank @Size(max = 200) String name,
        @Schema(pattern = FiscalCode.FORM, examples = "80012345676") String fiscalCode,
        @Size(max = 2000) @MultiLine String about,
        @NotNull @Valid Contact contact) {

    public NewOrganisation {
        fiscalCode = fiscalCode == null ? null : fiscalCode.strip().toUpperCase(Locale.ROOT);
    }

    /** What annotations cannot say. */
    void mustHaveACodeOfItsOwn() {
        if (fiscalCode == null) {
            return;
        }
        if (!fiscalCode.matches(FiscalCode.FORM)) {
            throw new InvalidField("fiscalCode", "fiscal-code-not-eleven-digits");
        }
        if (!FiscalCode.lastDigitFits(fiscalCode)) {
            throw new InvalidField("fiscalCode", "fiscal-code-mistyped");
        }
    }

    /**
     * How the city reaches an organisation; kept in the vault, shown to its members and to coordinators only, each reading on
     * record.
     *
     * @param email an address that is read
     * @param phone Italian unless it begins with + or 00; kept as E.164; null when not given
     */
    public record Contact(
            @NotBlank @Email @Size(max = 254) String email,
            @Size(max = 80) @TelephoneNumber @Schema(examples = "+390288450000") String phone) {

        /** The telephone in the one form in which it is kept; one kept before, which is none to us now, stays as it was given. */
        public Contact {
            phone = phone == null ? null : Telephone.e164(phone).orElse(phone);
        }

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }
}
