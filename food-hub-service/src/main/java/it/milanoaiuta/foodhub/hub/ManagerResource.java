package it.milanoaiuta.foodhub.hub;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.Page;

/** Who manages a hub, on which days: a row here, read on each request; Keycloak knows nothing of it. */
@Path("/api/v1/hubs/{hubId}/managers")
@Tag(name = "Managers")
@RolesAllowed("coordinator")
public class ManagerResource {

    @Inject
    Managers managers;

    @Inject
    Caller caller;

    @Inject
    RequestKey request;

    /**
     * Lists who manages a hub, also who will or did and was not removed, by first day, in one page.
     * <p>
     * For coordinators.
     *
     * @param hubId the hub
     */
    @GET
    @Transactional
    public Page<ManagerView> list(@RestPath UUID hubId) {
        return new Page<>(managers.of(hubId).stream().map(ManagerView::of).toList(), null);
    }

    /**
     * Names a manager; naming her again replaces her days.
     * <p>
     * For a coordinator, who does not name herself (400 names-herself). Who is named has signed in at least once (400
     * unknown-person; 503 people-away while that cannot be asked). ManagerNamed tells the other services; she acts for the hub
     * on her days only (domain, People and what they may do).
     *
     * @param hubId the hub
     */
    @POST
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<ManagerView> name(@RestPath UUID hubId, @Valid @NotNull NewManager named) {
        request.claim();
        if (named.until() != null && named.until().isBefore(named.from())) {
            throw new InvalidField("until", "period-backwards");
        }
        return Created.at("/api/v1/hubs/" + hubId + "/managers/" + named.subject(),
                ManagerView.of(managers.name(hubId, named, caller.person())));
    }

    /**
     * Removes a manager, from now.
     * <p>
     * For coordinators. ManagerRemoved tells the other services; each delivery she was to bring is a task of the hub. Who is
     * none is 404.
     *
     * @param hubId the hub
     * @param subject her sign-in id (sub)
     */
    @DELETE
    @Path("{subject}")
    @Transactional
    public void remove(@RestPath UUID hubId, @RestPath UUID subject) {
        managers.remove(hubId, subject, caller.person());
    }
}
