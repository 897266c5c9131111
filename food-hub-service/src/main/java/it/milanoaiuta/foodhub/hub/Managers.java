package it.milanoaiuta.foodhub.hub;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.defaults.Caller;
import it.milanoaiuta.defaults.NotFound;
import it.milanoaiuta.foodhub.City;

/** Who manages which hub; read on each request. */
@ApplicationScoped
public class Managers implements PanacheRepositoryBase<Manager, UUID> {

    private static final String TODAY = "removedAt is null and subject = ?1 and fromDay <= ?2 and (untilDay is null or untilDay >= ?2)";

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Whether the person manages the hub today. */
    public boolean isManager(UUID hubId, UUID subject) {
        return count(TODAY + " and hubId = ?3", subject, City.today(clock), hubId) > 0;
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

    Optional<Manager> live(UUID hubId, UUID subject) {
        return find("hubId = ?1 and subject = ?2 and removedAt is null", hubId, subject).firstResultOptional();
    }
}
