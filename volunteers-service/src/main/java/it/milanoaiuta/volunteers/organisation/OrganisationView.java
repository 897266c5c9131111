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
 * @param file null for everybody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrganisationView(UUID id, String name, String about, Organisation.Status status, File file) {

    /**
     * @param reason why it was rejected or suspended
     * @param role the caller's own in it, null for a coordinator
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
