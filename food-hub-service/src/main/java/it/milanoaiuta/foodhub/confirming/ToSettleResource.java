package it.milanoaiuta.foodhub.confirming;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** Confirmations that did not apply any more when they came, and what a manager says they were. */
@Path("/api/v1/hubs/{hubId}/to-settle")
@Tag(name = "Confirmations")
@Authenticated
public class ToSettleResource {

    @Inject
    ToSettleList waiting;

    @Inject
    SettlingConfirmations settling;

    @Inject
    Managers managers;

    @Inject
    RequestKey request;

    /**
     * Lists the confirmations of a hub's arrivals and deliveries that wait to be settled, oldest first.
     * <p>
     * For its managers. One waits when it did not fit what others had confirmed meanwhile; after 24 hours it is overdue and the
     * managers are told.
     *
     * @param hubId the hub
     */
    @GET
    @Transactional
    public Page<ToSettleView> list(@RestPath UUID hubId, @BeanParam @Valid Paging paging) {
        managers.mustManage(hubId);
        Cursor from = paging.from(Instant.EPOCH, Paging.FIRST_ID);
        return paging.page(waiting.waiting(hubId, from, paging.rows()), kept -> Cursor.after(kept.recordedAt(), kept.id()))
                .map(settling::view);
    }

    /**
     * Says what a confirmation was: the goods booked already, goods that came besides, or a correction.
     * <p>
     * For the hub's managers; what follows is booked at once (domain, Confirmations made offline). The same again changes
     * nothing. Refused: 404 for a lot that is neither the hub's nor of what is settled, 409 already-settled (otherwise),
     * nothing-came, stock-short, 400 where the choice does not go with it.
     *
     * @param hubId the hub
     * @param id what waits
     */
    @POST
    @Path("{id}/settlement")
    @Idempotent
    public ToSettleView settle(@RestPath UUID hubId, @RestPath UUID id, @Valid @NotNull NewSettlement settlement) {
        UUID manager = managers.mustManage(hubId);
        request.claim();
        return settling.settle(hubId, id, settlement, manager);
    }
}
