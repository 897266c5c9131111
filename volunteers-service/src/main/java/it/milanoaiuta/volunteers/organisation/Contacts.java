package it.milanoaiuta.volunteers.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.data.vault.Reading;
import it.milanoaiuta.platform.data.vault.Subject;
import it.milanoaiuta.platform.data.vault.Vault;
import it.milanoaiuta.platform.web.Caller;

/** How organisations are reached: a person's telephone and e-mail more often than not, so they are in the vault. */
@ApplicationScoped
public class Contacts {

    /** What it is read for; stands on record with each reading. */
    public enum Purpose {
        /** Its members see what they gave. */
        OWN,
        /** The city decides about it. */
        VERIFICATION
    }

    private static final String KIND = "organisation";
    private static final Set<String> FIELDS = Set.of("email", "phone");

    @Inject
    Vault vault;

    @Inject
    Caller caller;

    void keep(UUID organisationId, NewOrganisation.Contact contact) {
        Map<String, String> values = new HashMap<>(Map.of("email", contact.email()));
        if (contact.phone() != null) {
            values.put("phone", contact.phone());
        }
        vault.keep(new Subject(KIND, organisationId), values, Set.of());
    }

    /** For the caller, who may see it; null when none is kept any more. */
    public NewOrganisation.Contact of(UUID organisationId, Purpose purpose) {
        return of(List.of(organisationId), purpose).get(organisationId);
    }

    /** The same of several, which is one reading. */
    Map<UUID, NewOrganisation.Contact> of(Collection<UUID> organisationIds, Purpose purpose) {
        Map<UUID, NewOrganisation.Contact> contacts = new HashMap<>();
        vault.read(KIND, organisationIds, FIELDS, new Reading(caller.person(), purpose)).forEach((id, values) -> contacts
                .put(id, new NewOrganisation.Contact(values.get("email"), values.get("phone"))));
        return contacts;
    }
}
