package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** Something others know of a hub is different now. */
@Published(topic = "food-hub.hubs")
public record HubChanged(UUID hubId, String code, HubKind kind, int municipio, UUID operatingOrganisationId, boolean demo)
        implements
            Event {

    static HubChanged of(Hub hub) {
        return new HubChanged(hub.id(), hub.code(), hub.kind(), hub.municipio(), hub.operatingOrganisationId(), hub.isDemo());
    }

    @Override
    public UUID aggregateId() {
        return hubId;
    }
}
