package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Published;

/** A hub takes part from now on. */
@Published(topic = "food-hub.hubs")
public record HubOpened(UUID hubId, String code, HubKind kind, int municipio, UUID operatingOrganisationId, boolean demo)
        implements
            Event {

    static HubOpened of(Hub hub) {
        return new HubOpened(hub.id(), hub.code(), hub.kind(), hub.municipio(), hub.operatingOrganisationId(), hub.isDemo());
    }

    @Override
    public UUID aggregateId() {
        return hubId;
    }
}
