package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;

/** Whether a hub takes new donations. */
@Path("/api/v1")
@Tag(name = "Hubs")
@Authenticated
public class IntakeResource {

    @Inject
    Hubs hubs;

    @Inject
    Managers managers;

    @Inject
    Outbox outbox;

    @Inject
    RequestKey request;

    /**
     * Takes no new donations for now; those that are scheduled still come.
     * <p>
     * For the hub's managers and coordinators. IntakePaused tells donations-service, which refuses them. Again changes nothing.
     *
     * @param hubId the hub
     */
    @POST
    @Path("hubs/{hubId}/pause")
    @Idempotent
    public HubView pause(@RestPath UUID hubId) {
        return intake(hubId, true);
    }

    /**
     * Takes new donations again.
     * <p>
     * For the hub's managers and coordinators. IntakeResumed tells donations-service. Again changes nothing.
     *
     * @param hubId the hub
     */
    @POST
    @Path("hubs/{hubId}/resume")
    @Idempotent
    public HubView resume(@RestPath UUID hubId) {
        return intake(hubId, false);
    }

    private HubView intake(UUID hubId, boolean paused) {
        managers.mustManageOrCoordinate(hubId);
        request.claim();
        Hub hub = hubs.locked(hubId);
        if (hub.pauseIntake(paused)) {
            outbox.append(paused ? new IntakePaused(hubId) : new IntakeResumed(hubId));
        }
        return HubView.of(hub);
    }
}
