package it.milanoaiuta.donations.owner;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hibernate.Session;

import it.milanoaiuta.platform.events.Freshness;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.NotFound;

/**
 * Who may act for whom: a member of a verified organisation, a manager of a hub on the days she is one (Europe/Rome). The rows
 * are copies; {@link OrganisationsHeard} and {@link HubsHeard} keep them.
 */
@ApplicationScoped
public class Owners {

    private static final String TODAY = "from_day <= :today and (until_day is null or until_day >= :today)";

    @Inject
    Session database;

    @Inject
    Freshness freshness;

    @Inject
    Clock clock;

    /**
     * The guard of every write on behalf of an organisation or a hub.
     *
     * @throws it.milanoaiuta.platform.events.CopyLags when what is known of members or managers is too old to decide (503)
     * @throws NotFound when this person does not act for it
     * @throws OrganisationNotVerified when she does, but it may not ask or give now
     */
    public void mustActFor(Owner owner, UUID person) {
        mustFinishFor(owner, person);
        mustBeVerified(owner);
    }

    /**
     * Enough to finish what is under way: a suspended organisation may.
     *
     * @throws it.milanoaiuta.platform.events.CopyLags when what is known of members or managers is too old to decide (503)
     * @throws NotFound when this person does not act for it
     */
    public void mustFinishFor(Owner owner, UUID person) {
        mustBeRecent(owner);
        if (!actsFor(owner, person)) {
            throw new NotFound();
        }
    }

    public boolean actsFor(Owner owner, UUID person) {
        return owner.kind() == OwnerKind.HUB
                ? hubsOf(person).contains(owner.id())
                : organisationsOf(person).contains(owner.id());
    }

    /**
     * It may ask and give now, whoever acts.
     *
     * @throws it.milanoaiuta.platform.events.CopyLags when what is known of it is too old to decide (503)
     * @throws OrganisationNotVerified
     */
    public void mustBeInGoodStanding(Owner owner) {
        mustBeRecent(owner);
        mustBeVerified(owner);
    }

    private void mustBeRecent(Owner owner) {
        freshness.mustBeRecent(owner.kind() == OwnerKind.HUB ? HubsHeard.TOPIC : OrganisationsHeard.TOPIC);
    }

    private void mustBeVerified(Owner owner) {
        if (owner.kind() == OwnerKind.ORGANISATION && !isVerified(owner.id())) {
            throw new OrganisationNotVerified();
        }
    }

    /** Organisations this person is a member of, whatever their state. */
    public List<UUID> organisationsOf(UUID person) {
        return database.createNativeQuery("select organisation_id from organisation_member where subject = :person", UUID.class)
                .setParameter("person", person).getResultList();
    }

    /** Hubs this person manages today. */
    public List<UUID> hubsOf(UUID person) {
        return database.createNativeQuery("select hub_id from hub_manager where subject = :person and " + TODAY, UUID.class)
                .setParameter("person", person).setParameter("today", CityTime.today(clock)).getResultList();
    }

    /** Who acts for it today. */
    public List<UUID> peopleOf(Owner owner) {
        return owner.kind() == OwnerKind.HUB
                ? database.createNativeQuery("select subject from hub_manager where hub_id = :hub and " + TODAY, UUID.class)
                        .setParameter("hub", owner.id()).setParameter("today", CityTime.today(clock)).getResultList()
                : database.createNativeQuery("select subject from organisation_member where organisation_id = :id", UUID.class)
                        .setParameter("id", owner.id()).getResultList();
    }

    private boolean isVerified(UUID organisation) {
        return !database.createNativeQuery("select 1 from organisation where id = :id and state = 'VERIFIED'", Integer.class)
                .setParameter("id", organisation).getResultList().isEmpty();
    }
}
