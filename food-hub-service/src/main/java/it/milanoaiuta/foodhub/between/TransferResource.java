package it.milanoaiuta.foodhub.between;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Version;

@Path("/api/v1/transfers")
@Tag(name = "Transfers")
@Authenticated
public class TransferResource {

    @Inject
    Transfers transfers;

    @Inject
    DraftingTransfers drafting;

    @Inject
    DispatchingTransfers dispatching;

    @Inject
    TransferViews views;

    @Inject
    Managers managers;

    @Inject
    RequestKey request;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(summary = "Draft a transfer: what is found, first to expire first, is set aside for it")
    public RestResponse<TransferView> draft(@Valid @NotNull NewTransfer drafted) {
        UUID manager = NotFound.inField("fromHubId", () -> managers.mustManage(drafted.fromHubId()));
        request.claim();
        Transfer transfer = drafting.draft(drafted, manager);
        return Created.at("/api/v1/transfers/" + transfer.id(), transfer.version(), views.of(transfer));
    }

    @POST
    @Path("{id}/dispatch")
    @Idempotent
    @Operation(summary = "The goods leave: they are in neither hub until the other one confirms their arrival")
    public RestResponse<TransferView> dispatch(@RestPath UUID id) {
        UUID manager = managers.mustManage(transfers.existing(id).fromHubId());
        request.claim();
        return answer(dispatching.dispatch(id, manager));
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(summary = "Give up a draft; its goods are free again. Repeating it is harmless")
    public void cancel(@RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        managers.mustManage(transfers.existing(id).fromHubId());
        drafting.cancel(id, Version.seen(ifMatch));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "One transfer, for the manager of either hub; a draft only for the sender's")
    public RestResponse<TransferView> get(@RestPath UUID id) {
        Transfer transfer = transfers.existing(id);
        mustSee(transfer);
        return answer(transfer);
    }

    private void mustSee(Transfer transfer) {
        boolean sees = managers.isManagedByCaller(transfer.fromHubId())
                || transfer.state() == Transfer.State.DISPATCHED && managers.isManagedByCaller(transfer.toHubId());
        if (!sees) {
            throw new NotFound();
        }
    }

    private RestResponse<TransferView> answer(Transfer transfer) {
        return ResponseBuilder.ok(views.of(transfer)).header("ETag", Version.etag(transfer.version())).build();
    }
}
