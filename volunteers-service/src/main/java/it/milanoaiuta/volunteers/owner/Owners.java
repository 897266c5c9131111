package it.milanoaiuta.volunteers.owner;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Freshness;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.volunteers.hub.HubManagers;
import it.milanoaiuta.volunteers.membership.Memberships;
import it.milanoaiuta.volunteers.organisation.Organisations;

/** Who may act for an owner: an organisation's members, a hub's managers of today. */
@ApplicationScoped
public class Owners {

    @Inject
    Organisations organisations;

    @Inject
    Memberships memberships;

    @Inject
    HubManagers managers;

    @Inject
    Freshness freshness;

    @Inject
    Caller caller;

    /** Whether the caller acts for the owner. */
    public boolean includeCaller(Owner owner) {
        return caller.subject().map(person -> includes(owner, person)).orElse(false);
    }

    /** Whether everybody may see what the owner publishes. */
    public boolean isPublic(Owner owner) {
        return owner.isHub() || organisations.isPublic(owner.ownerId());
    }

    /** @throws NotFound when the owner hides its pages from the caller */
    public void mustBeVisible(Owner owner) {
        if (!isPublic(owner) && !includeCaller(owner)) {
            throw new NotFound();
        }
    }

    /** @throws NotFound when the caller does not act for the owner */
    public void mustReadFor(Owner owner) {
        if (!includes(owner, caller.person())) {
            throw new NotFound();
        }
    }

    /**
     * For a write.
     *
     * @throws NotFound when the caller does not act for the owner
     * @throws it.milanoaiuta.platform.events.CopyLags when what we know of the hub's managers is too old to say
     */
    public void mustActFor(Owner owner) {
        UUID person = caller.person();
        if (owner.isHub()) {
            freshness.mustBeRecent("food-hub.hubs");
        }
        if (!includes(owner, person)) {
            throw new NotFound();
        }
    }

    /**
     * For a write that makes something public or takes people.
     *
     * @throws OwnerNotVerified when the organisation is not verified or is suspended
     */
    public void mustPublishFor(Owner owner) {
        mustActFor(owner);
        mustBeVerified(owner);
    }

    /**
     * An organisation that may publish, whoever asks.
     *
     * @throws NotFound when there is no such organisation
     * @throws OwnerNotVerified when it is not verified or is suspended
     */
    public Owner verifiedOrganisation(UUID id) {
        if (organisations.count("id", id) == 0) {
            throw new NotFound();
        }
        Owner owner = Owner.organisation(id);
        mustBeVerified(owner);
        return owner;
    }

    /**
     * For what the city gives an organisation.
     *
     * @throws it.milanoaiuta.volunteers.membership.OwnOrganisation when the caller acts for it herself
     */
    public void mustNotActFor(Owner organisation) {
        memberships.mustNotInclude(organisation.ownerId(), caller.person());
    }

    private void mustBeVerified(Owner owner) {
        if (!isVerified(owner)) {
            throw new OwnerNotVerified();
        }
    }

    /** Whether it may publish and take people now; that stays so until the transaction ends. */
    public boolean isVerified(Owner owner) {
        return owner.isHub() || organisations.isVerified(owner.ownerId());
    }

    private boolean includes(Owner owner, UUID person) {
        return owner.isHub()
                ? managers.includes(owner.ownerId(), person)
                : memberships.includes(owner.ownerId(), person);
    }
}
