package it.milanoaiuta.foodhub.people.household;

import java.util.stream.Stream;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.data.vault.Telephone;
import it.milanoaiuta.platform.web.InvalidField;

/**
 * What a caller of 020202 says she is known by: exactly one of phone, email and code (400 one-to-look-up).
 *
 * @param phone Italian unless it begins with + or 00
 * @param email in any case
 * @param code of the case, typed in any way; a mistyped one is a 400
 * @param purpose CALL
 */
public record LookUp(
        @Size(max = 80) @Schema(examples = "02 8845 1234") String phone,
        @Size(min = 1, max = 254) @Email String email,
        @Size(min = 1, max = 60) @Schema(examples = "FA-7K3F-9QX2") String code,
        @NotNull Purpose purpose) {

    /** The e-mail in the form in which it is kept. */
    public LookUp {
        email = Contact.normalEmail(email);
    }

    /** @throws InvalidField when there is none or more than one, no telephone number, or another purpose */
    void mustBeWhole() {
        if (Stream.of(phone, email, code).filter(given -> given != null).count() != 1) {
            throw new InvalidField(phone != null || email == null ? "phone" : "email", "one-to-look-up");
        }
        if (phone != null && Telephone.asKept(phone).isEmpty()) {
            throw new InvalidField("phone", "phone-unreadable");
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
