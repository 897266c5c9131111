package it.milanoaiuta.volunteers.organisation;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import it.milanoaiuta.platform.data.vault.FromVault;
import it.milanoaiuta.volunteers.membership.Membership;

/**
 * An organisation as everybody sees it; its file only goes to its members and to coordinators.
 *
 * @param name as it is registered
 * @param about what it does; null when it said nothing
 * @param status how far the city trusts it; everybody else only sees verified ones
 * @param file for its members and coordinators; left out for everybody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationView(UUID id, String name, String about, Organisation.Status status, File file) {

    /**
     * What its members and coordinators read of an organisation; what is null is left out.
     *
     * @param fiscalCode its codice fiscale or partita IVA, 11 digits; null when it gave none
     * @param email from the vault; null once it is erased, and in a repeated answer
     * @param phone from the vault, E.164; null when none was given, and in a repeated answer
     * @param reason why it was rejected or is suspended, in the coordinator's words; null otherwise
     * @param registeredAt when it was registered
     * @param role the caller's own in it; null for a coordinator who is no member
     */
    @Schema(name = "OrganisationFile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record File(String fiscalCode, @FromVault String email, @FromVault String phone, String reason, Instant registeredAt,
            Membership.Role role) {}

    static OrganisationView of(Organisation organisation) {
        return new OrganisationView(organisation.id(), organisation.name(), organisation.about(), organisation.status(), null);
    }

    /** @param contact null when none is kept any more */
    public static OrganisationView ofOwn(Organisation organisation, NewOrganisation.Contact contact, Membership.Role role) {
        return new OrganisationView(organisation.id(), organisation.name(), organisation.about(), organisation.status(),
                new File(organisation.fiscalCode(), contact == null ? null : contact.email(),
                        contact == null ? null : contact.phone(), organisation.reason(), organisation.registeredAt(), role));
    }
}
