package it.milanoaiuta.foodhub.hub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;

/** Who manages which hub; read on each request. */
@ApplicationScoped
public class Managers implements PanacheRepositoryBase<Manager, UUID> {

    private static final String ON_DAY = "removedAt is null and fromDay <= ?2 and (untilDay is null or untilDay >= ?2)";

    @Inject
    Hubs hubs;

    @Inject
    KnownPeople people;

    @Inject
    Outbox outbox;

    @Inject
    Event<ManagementChanged> changed;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Whether the caller manages the hub now. Nobody is a manager while she acts for the city: a token of a coordinator or an
     * operator does not pass as one, whatever the rows say (domain, Vault and erasure).
     */
    public boolean isManagedByCaller(UUID hubId) {
        return hubsOfCaller().contains(hubId);
    }

    /** The hubs the caller manages now, by the same rule. */
    public List<UUID> hubsOfCaller() {
        UUID person = caller.person();
        if (caller.isCoordinator() || caller.isOperator()) {
            return List.of();
        }
        return find("select hubId from Manager where subject = ?1 and " + ON_DAY, person, CityTime.today(clock))
                .project(UUID.class).list();
    }

    /** Who manages the hub today. */
    public List<UUID> today(UUID hubId) {
        return on(hubId, CityTime.today(clock));
    }

    /** Who is to manage the hub on a day, as far as is known today. */
    public List<UUID> on(UUID hubId, LocalDate day) {
        return find("select subject from Manager where hubId = ?1 and " + ON_DAY + " order by subject", hubId, day)
                .project(UUID.class).list();
    }

    /**
     * The guard of everything of a hub.
     *
     * @return the caller's subject
     * @throws it.milanoaiuta.platform.web.SignInRequired 401 for a visitor
     * @throws NotFound for everybody else who does not manage this hub now, and for an unknown hub
     */
    public UUID mustManage(UUID hubId) {
        UUID person = caller.person();
        if (!isManagedByCaller(hubId)) {
            throw new NotFound();
        }
        return person;
    }

    /** @throws NotFound for everybody but the hub's managers and the coordinators */
    void mustManageOrCoordinate(UUID hubId) {
        if (!caller.isCoordinator()) {
            mustManage(hubId);
        }
    }

    /** Everybody who was named and not removed, whatever her days. */
    List<Manager> of(UUID hubId) {
        hubs.existing(hubId);
        return list("hubId = ?1 and removedAt is null order by fromDay, subject", hubId);
    }

    /**
     * Naming a person with the days she has already changes and tells nothing.
     *
     * @throws InvalidField when she names herself, or somebody who never signed in
     * @throws PeopleAway 503 when it cannot be asked who that is
     */
    Manager name(UUID hubId, NewManager named, UUID coordinator) {
        if (named.subject().equals(coordinator)) {
            throw new InvalidField("subject", "names-herself");
        }
        hubs.existing(hubId);
        people.mustKnow("subject", named.subject()); // before anything is locked
        hubs.locked(hubId);
        Optional<Manager> before = live(hubId, named.subject());
        if (before.filter(manager -> manager.hasDays(named.from(), named.until())).isPresent()) {
            return before.get();
        }
        before.ifPresent(manager -> manager.remove(coordinator, clock.instant()));
        flush(); // the end of the old row goes first: only one row of a person is live
        Manager manager = Manager.named(hubId, named, coordinator, clock.instant());
        persist(manager);
        flush();
        changed.fire(new ManagementChanged(hubId, named.subject()));
        outbox.append(new ManagerNamed(hubId, named.subject(), named.from(), named.until()));
        return manager;
    }

    /** @throws NotFound when she was not named, or removed before */
    void remove(UUID hubId, UUID subject, UUID coordinator) {
        hubs.locked(hubId);
        live(hubId, subject).orElseThrow(NotFound::new).remove(coordinator, clock.instant());
        flush();
        changed.fire(new ManagementChanged(hubId, subject));
        outbox.append(new ManagerRemoved(hubId, subject));
    }

    private Optional<Manager> live(UUID hubId, UUID subject) {
        return find("hubId = ?1 and subject = ?2 and removedAt is null", hubId, subject).firstResultOptional();
    }
}
