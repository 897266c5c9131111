package it.milanoaiuta.foodhub.people.household;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.data.vault.Reading;
import it.milanoaiuta.platform.data.vault.Subject;
import it.milanoaiuta.platform.data.vault.Vault;

/** How households are reached. Who may ask is decided before: by {@link HouseholdScope}, or by the delivery that brings it there. */
@ApplicationScoped
public class Contacts {

    private static final String KIND = "household";

    @Inject
    Vault vault;

    @Inject
    ContactRules rules;

    /** In place of what was there; the caller holds the household's lock. */
    void keep(UUID householdId, Contact contact) {
        vault.keep(subject(householdId), contact.values(), Contact.LOOKED_UP);
    }

    Optional<Contact> read(UUID householdId, Reading reading) {
        return vault.read(subject(householdId), Contact.FIELDS, reading).map(Contact::of);
    }

    /** For who brings its parcels; recorded as read for DELIVERY. */
    public Optional<DoorView> door(UUID householdId, UUID reader) {
        return vault.read(subject(householdId), DoorView.FIELDS, new Reading(reader, Purpose.DELIVERY)).map(DoorView::of);
    }

    /**
     * @param field one of {@link Contact#LOOKED_UP}
     * @param forms in any of which it may be kept
     */
    List<UUID> find(String field, List<String> forms, Reading reading) {
        return vault.find(KIND, field, forms, reading);
    }

    void recordLookUpByCode(List<UUID> found, Reading reading) {
        vault.recordLookUp(KIND, "code", found, reading);
    }

    boolean lookedUp(UUID householdId, Reading reading) {
        return vault.lookedUp(subject(householdId), reading, rules.ofACall());
    }

    /** @return whether anything was there; the caller holds the household's lock */
    boolean erase(UUID householdId, UUID by) {
        return vault.erase(subject(householdId), by);
    }

    Instant erasedAt(UUID householdId) {
        return vault.erasedAt(subject(householdId)).orElseThrow();
    }

    private static Subject subject(UUID householdId) {
        return new Subject(KIND, householdId);
    }
}
