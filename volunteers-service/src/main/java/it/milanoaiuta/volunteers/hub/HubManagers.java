package it.milanoaiuta.volunteers.hub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.volunteers.hub.HubManager.Key;

/** Who manages which hub, as food-hub told it. */
@ApplicationScoped
public class HubManagers implements PanacheRepositoryBase<HubManager, Key> {

    @Inject
    Clock clock;

    public boolean includes(UUID hub, UUID subject) {
        return findByIdOptional(new Key(hub, subject))
                .map(manager -> manager.manages(CityTime.today(clock))).orElse(false);
    }

    /** @param until last day, included; null until removed */
    public void named(UUID hub, UUID subject, LocalDate from, LocalDate until) {
        HubManager manager = findByIdOptional(new Key(hub, subject)).orElseGet(() -> HubManager.of(hub, subject));
        manager.named(from, until);
        persist(manager);
    }

    public void removed(UUID hub, UUID subject) {
        deleteById(new Key(hub, subject));
    }
}
