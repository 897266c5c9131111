package it.milanoaiuta.foodhub.hub.help;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.copies.roster.Roster;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** What a hub asks volunteers for. */
@Path("/api/v1")
@Tag(name = "Help requests")
@Authenticated
public class HelpRequestResource {

    @Inject
    HelpRequests requests;

    @Inject
    Roster roster;

    @Inject
    Managers managers;

    @Inject
    Outbox outbox;

    @Inject
    HelpRules rules;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Asks for volunteers; it becomes a shift of the hub.
     * <p>
     * For the hub's managers. HelpRequested tells volunteers-service, where people sign up; who is confirmed there is on the
     * hub's roster. Refused: 400 start-in-the-past, start-too-far, end-before-start, shift-too-long, role-twice.
     *
     * @param hubId the hub
     */
    @POST
    @Path("hubs/{hubId}/help-requests")
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<HelpRequestView> ask(@RestPath UUID hubId, @NotNull @Valid NewHelpRequest asked) {
        UUID manager = managers.mustManage(hubId);
        request.claim();
        HelpRequest request = HelpRequest.asked(hubId, asked, manager, clock.instant(), rules);
        requests.persist(request);
        outbox.append(new HelpRequested(request.id(), hubId, request.task(), request.startsAt(), request.endsAt(),
                request.rolesInOrder()));
        return Created.at("/api/v1/help-requests/" + request.id(), HelpRequestView.of(request));
    }

    /**
     * Lists a hub's requests for volunteers that are not over, by start, withdrawn ones too.
     * <p>
     * For its managers.
     *
     * @param hubId the hub
     */
    @GET
    @Path("hubs/{hubId}/help-requests")
    @Transactional
    public Page<HelpRequestView> ofHub(@RestPath UUID hubId, @BeanParam @Valid Paging paging) {
        Cursor from = paging.from(Instant.EPOCH, Paging.FIRST_ID);
        managers.mustManage(hubId);
        return paging.page(requests.ofHub(hubId, clock.instant(), from, paging.rows()),
                request -> Cursor.after(request.startsAt(), request.id())).map(HelpRequestView::of);
    }

    /**
     * Takes a request back: its shift is cancelled and people are told.
     * <p>
     * For the hub's managers. HelpNoLongerNeeded tells volunteers-service. Again changes nothing. Refused: 409 shift-started
     * once people are there.
     *
     * @param id the request
     */
    @DELETE
    @Path("help-requests/{id}")
    @Transactional
    public void withdraw(@RestPath UUID id) {
        HelpRequest request = requests.locked(id);
        managers.mustManage(request.hubId());
        if (request.withdraw(roster.hasBegun(request.id(), request.startsAt(), clock.instant()))) {
            outbox.append(new HelpNoLongerNeeded(request.id(), request.hubId()));
        }
    }
}
