package it.milanoaiuta.foodhub.people.household;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.data.vault.Telephone;
import it.milanoaiuta.platform.data.vault.TelephoneNumber;

/**
 * How a household is reached; kept encrypted, each reading is recorded.
 *
 * @param name as on the doorbell
 * @param phone Italian unless it begins with + or 00; kept as E.164
 * @param email kept in lower case
 * @param address street and number
 * @param stair of the house; null when there is one alone
 * @param floor as people there call it
 * @param language spoken there: ISO 639, two or three small letters
 */
@Schema(name = "HouseholdContact")
public record Contact(
        @NotBlank @Size(max = 100) String name,
        @Size(max = 80) @TelephoneNumber @Schema(examples = "+390288451234") String phone,
        @Size(max = 254) @Email String email,
        @Size(min = 1, max = 200) String address,
        @Size(min = 1, max = 20) String stair,
        @Size(min = 1, max = 20) String floor,
        @Pattern(regexp = "[a-z]{2,3}", message = "language-code") @Schema(examples = "ar") String language) {

    static final Set<String> FIELDS = Set.of("name", "phone", "email", "address", "stair", "floor", "language");
    /** What an operator may look a household up by. */
    static final Set<String> LOOKED_UP = Set.of("phone", "email");

    /** In the one form in which it is kept and looked up; what has none is left for the validation to refuse. */
    public Contact {
        phone = phone == null ? null : Telephone.e164(phone).orElse(phone);
        email = normalEmail(email);
    }

    static String normalEmail(String email) {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    static Contact of(Map<String, String> values) {
        return new Contact(values.get("name"), values.get("phone"), values.get("email"), values.get("address"),
                values.get("stair"), values.get("floor"), values.get("language"));
    }

    /** By field, those that are there. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("phone", phone);
        values.put("email", email);
        values.put("address", address);
        values.put("stair", stair);
        values.put("floor", floor);
        values.put("language", language);
        values.values().removeIf(value -> value == null);
        return values;
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
