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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

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

    @GET
    @Transactional
    @Operation(summary = "Confirmations of the hub's arrivals and deliveries that did not apply any more, oldest first")
    public Page<ToSettleView> list(@RestPath UUID hubId, @BeanParam @Valid Paging paging) {
        managers.mustManage(hubId);
        Cursor from = paging.from(Instant.EPOCH, Paging.FIRST_ID);
        return paging.page(waiting.waiting(hubId, from, paging.rows()), kept -> Cursor.after(kept.recordedAt(), kept.id()))
                .map(settling::view);
    }

    @POST
    @Path("{id}/settlement")
    @Idempotent
    @Operation(summary = "Say what a confirmation was: the goods booked already, goods that came besides, or a correction")
    public ToSettleView settle(@RestPath UUID hubId, @RestPath UUID id, @Valid @NotNull NewSettlement settlement) {
        UUID manager = managers.mustManage(hubId);
        request.claim();
        return settling.settle(hubId, id, settlement, manager);
    }
}
