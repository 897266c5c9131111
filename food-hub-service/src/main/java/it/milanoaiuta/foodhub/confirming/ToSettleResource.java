package it.milanoaiuta.foodhub.confirming;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;

@Path("/api/v1/hubs/{hubId}/to-settle")
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
    public Page<ToSettleView> list(UUID hubId, @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit,
            @RestQuery String cursor) {
        managers.mustManage(hubId);
        Cursor after = Cursor.decode(cursor, 2);
        return Page.of(waiting.waiting(hubId, after == null ? Instant.EPOCH : after.time(0),
                after == null ? new UUID(0, 0) : after.id(1), limit + 1), limit,
                kept -> Cursor.after(kept.recordedAt, kept.id)).map(settling::view);
    }

    @POST
    @Path("{id}/settlement")
    @Idempotent
    @Operation(summary = "Say what a confirmation was: the goods booked already, goods that came besides, or a correction")
    public ToSettleView settle(UUID hubId, UUID id, @Valid @NotNull NewSettlement settlement) {
        UUID manager = managers.mustManage(hubId);
        request.claim();
        return settling.settle(hubId, id, settlement, manager);
    }
}
