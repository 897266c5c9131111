package it.milanoaiuta.foodhub.hub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.defaults.Caller;
import it.milanoaiuta.defaults.NotFound;
import it.milanoaiuta.delivery.Outbox;
import it.milanoaiuta.foodhub.City;

/** Who manages which hub; read on each request. */
@ApplicationScoped
public class Managers implements PanacheRepositoryBase<Manager, UUID> {

    private static final String TODAY = "removedAt is null and subject = ?1 and fromDay <= ?2 and (untilDay is null or untilDay >= ?2)";

    @Inject
    Hubs hubs;

    @Inject
    Outbox outbox;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Whether the person manages the hub today. */
    public boolean isManager(UUID hubId, UUID subject) {
        return count(TODAY + " and hubId = ?3", subject, City.today(clock), hubId) > 0;
    }

    /** Who manages the hub today. */
    public List<UUID> today(UUID hubId) {
        LocalDate today = City.today(clock);
        return find("select subject from Manager where removedAt is null and hubId = ?1 and fromDay <= ?2"
                + " and (untilDay is null or untilDay >= ?2) order by subject", hubId, today).project(UUID.class).list();
    }

    /** The hubs a person manages today. */
    public List<UUID> hubsOf(UUID subject) {
        return find("select hubId from Manager where " + TODAY, subject, City.today(clock)).project(UUID.class).list();
    }

    /**
     * The guard of everything of a hub.
     *
     * @return the caller's subject
     * @throws it.milanoaiuta.defaults.SignInRequired 401 for a visitor
     * @throws NotFound for everybody else who does not manage this hub today, and for an unknown hub
     */
    public UUID mustManage(UUID hubId) {
        UUID person = caller.person();
        if (!isManager(hubId, person)) {
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

    /** Naming a person with the days she has already changes and tells nothing. */
    Manager name(UUID hubId, NewManager named, UUID coordinator) {
        hubs.locked(hubId);
        Optional<Manager> before = live(hubId, named.subject());
        if (before.filter(manager -> manager.hasDays(named.from(), named.until())).isPresent()) {
            return before.get();
        }
        before.ifPresent(manager -> manager.remove(coordinator, clock.instant()));
        flush(); // the end of the old row goes first: only one row of a person is live
        Manager manager = new Manager(hubId, named.subject(), named.from(), named.until(), coordinator, clock.instant());
        persist(manager);
        outbox.append(new ManagerNamed(hubId, named.subject(), named.from(), named.until()));
        return manager;
    }

    /** @throws NotFound when she was not named, or removed before */
    void remove(UUID hubId, UUID subject, UUID coordinator) {
        hubs.locked(hubId);
        live(hubId, subject).orElseThrow(NotFound::new).remove(coordinator, clock.instant());
        outbox.append(new ManagerRemoved(hubId, subject));
    }

    private Optional<Manager> live(UUID hubId, UUID subject) {
        return find("hubId = ?1 and subject = ?2 and removedAt is null", hubId, subject).firstResultOptional();
    }
}
