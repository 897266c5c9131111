package it.milanoaiuta.volunteers.foodhub;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;
import it.milanoaiuta.volunteers.hub.HubManagers;
import it.milanoaiuta.volunteers.hub.Hubs;
import it.milanoaiuta.volunteers.opportunity.Opportunities;
import it.milanoaiuta.volunteers.shift.Shifts;

/** food-hub's hubs: where they are and who manages them, so that managers may organise their hub's shifts. */
@ApplicationScoped
class HubsHeard implements Hearing {

    @Inject
    Hubs hubs;

    @Inject
    HubManagers managers;

    @Inject
    Opportunities opportunities;

    @Inject
    Shifts shifts;

    /** Of HubOpened and HubChanged. */
    record HubDescribed(UUID hubId, int municipio) {}

    /** @param until last day, included; null until removed */
    record ManagerNamed(UUID hubId, UUID subject, LocalDate from, LocalDate until) {}

    record ManagerRemoved(UUID hubId, UUID subject) {}

    @Override
    public String topic() {
        return "food-hub.hubs";
    }

    @Override
    public void register(Handlers on) {
        on.event("HubOpened.v1", HubDescribed.class, (hub, heard) -> described(hub))
                .event("HubChanged.v1", HubDescribed.class, (hub, heard) -> described(hub))
                .event("ManagerNamed.v1", ManagerNamed.class, (manager, heard) -> managers.named(manager.hubId,
                        manager.subject, manager.from, manager.until))
                .event("ManagerRemoved.v1", ManagerRemoved.class,
                        (manager, heard) -> managers.removed(manager.hubId, manager.subject));
    }

    /** Shifts for a hub's request may have been opened before the hub was heard of. */
    private void described(HubDescribed hub) {
        hubs.heard(hub.hubId, hub.municipio);
        opportunities.located(hub.hubId, hub.municipio);
        shifts.located(hub.hubId, hub.municipio);
    }
}
