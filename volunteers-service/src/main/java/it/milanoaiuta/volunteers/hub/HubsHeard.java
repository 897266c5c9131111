package it.milanoaiuta.volunteers.hub;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;

/** food-hub's hubs: where they are and who manages them, so that managers may organise their hub's shifts. */
@ApplicationScoped
class HubsHeard implements Hearing {

    @Inject
    Hubs hubs;

    @Inject
    HubManagers managers;

    @Inject
    Event<HubLocated> located;

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
        located.fire(new HubLocated(hub.hubId, hub.municipio));
    }
}
