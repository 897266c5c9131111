package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;

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

    @POST
    @Path("hubs/{hubId}/pause")
    @Idempotent
    @Operation(summary = "Take no new donations for now; those that are scheduled still come. By a manager or a coordinator; again changes nothing")
    public HubView pause(@RestPath UUID hubId) {
        return intake(hubId, true);
    }

    @POST
    @Path("hubs/{hubId}/resume")
    @Idempotent
    @Operation(summary = "Take new donations again. By a manager or a coordinator; again changes nothing")
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
