package it.milanoaiuta.foodhub.people.household;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.organisation.Organisations;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.foodhub.hub.task.Tasks;
import it.milanoaiuta.platform.data.vault.Reading;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.NotFound;

/**
 * Who may file a case and who may see one: its hub's managers, its referrer's members (not while the referrer is suspended),
 * and the operator who filed it.
 */
@ApplicationScoped
class HouseholdScope {

    @Inject
    Caller caller;

    @Inject
    Managers managers;

    @Inject
    Organisations organisations;

    @Inject
    Contacts contacts;

    @Inject
    OpenDeliveries deliveries;

    @Inject
    Tasks tasks;

    /**
     * @param referrer the organisation named as referrer, null for none
     * @return who files
     * @throws NotFound for whoever neither manages the hub nor belongs to the referrer nor is an operator
     * @throws ReferrerNotVerified when the referrer may not send households now
     */
    UUID mustFile(UUID hubId, UUID referrer) {
        UUID person = caller.person();
        if (caller.isOperator()) {
            return mustRefer(referrer, person);
        }
        if (referrer == null) {
            return managers.mustManage(hubId);
        }
        return mustRefer(referrer, organisations.mustBeMember(referrer));
    }

    private UUID mustRefer(UUID referrer, UUID person) {
        if (referrer != null && !organisations.isVerified(referrer)) {
            throw new ReferrerNotVerified();
        }
        return person;
    }

    /** @throws NotFound for whoever may not see it, as if it were not there */
    Household mustSee(Household household) {
        UUID person = caller.person();
        boolean sees = managers.isManagedByCaller(household.hubId())
                || household.referrerOrganisationId() != null
                        && organisations.refersBy(household.referrerOrganisationId(), person)
                || caller.isOperator() && household.filedBy().equals(person);
        if (!sees) {
            throw new NotFound();
        }
        return household;
    }

    /**
     * Who may read its contact, for what (domain, Vault and erasure). Its hub's managers only while something of the case is open
     * there; a coordinator never; an operator only what she has looked up herself.
     *
     * @throws NotFound for everybody else, as if it were not there
     * @throws it.milanoaiuta.platform.events.CopyLags 503 when our copy of the memberships is too old to decide
     */
    Reading mustRead(Household household, Purpose purpose) {
        Reading reading = new Reading(caller.person(), purpose);
        boolean reads = switch (purpose) {
            case DELIVERY -> managesWhatIsOpen(household) || isReferrer(household, reading.reader());
            case FOLLOW_UP -> isReferrer(household, reading.reader());
            case CALL -> caller.isOperator() && contacts.lookedUp(household.id(), reading);
        };
        if (!reads) {
            throw new NotFound();
        }
        return reading;
    }

    /**
     * Who may replace or erase its contact: those who see it.
     *
     * @return the caller
     * @throws NotFound for everybody else, as if it were not there
     * @throws it.milanoaiuta.platform.events.CopyLags 503 when our copy of the memberships is too old to decide
     */
    UUID mustChange(Household household) {
        UUID person = caller.person();
        if (!managers.isManagedByCaller(household.hubId()) && !(caller.isOperator() && household.filedBy().equals(person))
                && !isReferrer(household, person)) {
            throw new NotFound();
        }
        return person;
    }

    /** A hub's manager while something of the case is open there: a delivery, a task. */
    private boolean managesWhatIsOpen(Household household) {
        return managers.isManagedByCaller(household.hubId())
                && (deliveries.isAnyOpen(household.hubId(), household.id())
                        || tasks.isAnyOpen(household.hubId(), household.id()));
    }

    private boolean isReferrer(Household household, UUID person) {
        return household.referrerOrganisationId() != null
                && organisations.refersByForSure(household.referrerOrganisationId(), person);
    }

    /**
     * @return the organisations whose cases of the hub the caller sees; null for all
     * @throws NotFound for whoever sees none
     */
    List<UUID> mustSeeSomeOf(UUID hubId) {
        UUID person = caller.person();
        if (managers.isManagedByCaller(hubId)) {
            return null;
        }
        List<UUID> own = organisations.referringBy(person);
        if (own.isEmpty()) {
            throw new NotFound();
        }
        return own;
    }
}
