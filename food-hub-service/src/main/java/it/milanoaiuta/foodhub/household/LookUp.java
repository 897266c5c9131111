package it.milanoaiuta.foodhub.household;

import java.util.Locale;
import java.util.stream.Stream;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.defaults.InvalidField;
import it.milanoaiuta.defaults.vault.Telephone;
import it.milanoaiuta.defaults.vault.TelephoneNumber;

/** What a caller of 020202 says she is known by: exactly one of the three. */
@Schema(description = "Exactly one of phone, email and code")
public record LookUp(
        @Size(max = 40) @TelephoneNumber @Schema(description = "Italian unless it begins with + or 00", examples = "02 8845 1234") String phone,
        @Size(min = 1, max = 254) @Email String email,
        @Size(min = 1, max = 20) @Schema(examples = "FA-7K3F-9QX2") String code,
        @NotNull @Schema(description = "CALL") Purpose purpose) {

    /** In the form in which it is kept. */
    public LookUp {
        phone = phone == null ? null : Telephone.e164(phone).orElse(phone);
        email = Contact.normalEmail(email);
        code = code == null ? null : code.strip().toUpperCase(Locale.ROOT);
    }

    /** @throws InvalidField when there is none or more than one, or another purpose */
    void check() {
        if (Stream.of(phone, email, code).filter(given -> given != null).count() != 1) {
            throw new InvalidField(phone != null || email == null ? "phone" : "email", "one-to-look-up");
        }
        if (purpose != Purpose.CALL) {
            throw new InvalidField("purpose", "purpose-of-look-up");
        }
    }

    @Override
    public String toString() {
        return "LookUp[…]";
    }
}
