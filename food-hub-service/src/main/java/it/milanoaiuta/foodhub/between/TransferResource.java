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
import jakarta.ws.rs.core.HttpHeaders;

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

/** Goods that go from one hub to another: drafted, dispatched, given up. */
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

    /**
     * Drafts a transfer: what is found, first to expire first, is set aside for it.
     * <p>
     * For a manager of the hub that sends (else 404 in the field fromHubId). What is short is part of the answer, not an error.
     * Nothing leaves yet, and nobody else sees it. Refused: 400 unknown-hub, same-place, unknown-item, unit-mismatch, too-fine,
     * day-past.
     */
    @POST
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<TransferView> draft(@Valid @NotNull NewTransfer drafted) {
        UUID manager = NotFound.inField("fromHubId", () -> managers.mustManage(drafted.fromHubId()));
        request.claim();
        Transfer transfer = drafting.draft(drafted, manager);
        return Created.at("/api/v1/transfers/" + transfer.id(), transfer.version(), views.of(transfer));
    }

    /**
     * Sends the goods off: they are in neither hub until the other one confirms their arrival.
     * <p>
     * For a manager of the hub that sends. The other hub has an arrival of kind TRANSFER. The dates are judged again. Again
     * changes nothing. Refused: 409 transfer-empty, transfer-not-draft, transfer-outdated naming the lots, stock-short (domain,
     * Transfer).
     *
     * @param id the transfer
     */
    @POST
    @Path("{id}/dispatch")
    @Idempotent
    public RestResponse<TransferView> dispatch(@RestPath UUID id) {
        UUID manager = managers.mustManage(transfers.existing(id).fromHubId());
        request.claim();
        return answer(dispatching.dispatch(id, manager));
    }

    /**
     * Gives a draft up; its goods are free again.
     * <p>
     * For a manager of the hub that sends. Repeating it changes nothing. Refused: 409 transfer-not-draft once it has left.
     *
     * @param id the transfer
     * @param ifMatch the ETag it was decided on
     */
    @DELETE
    @Path("{id}")
    @Transactional
    public void cancel(@RestPath UUID id, @RestHeader("If-Match") String ifMatch) {
        managers.mustManage(transfers.existing(id).fromHubId());
        drafting.cancel(id, Version.seen(ifMatch));
    }

    /**
     * Answers with one transfer.
     * <p>
     * For the managers of either hub; a draft only for the sender's. To others it is 404.
     *
     * @param id the transfer
     */
    @GET
    @Path("{id}")
    @Transactional
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
        transfers.flush(); // so that the version is the one the caller can change
        return ResponseBuilder.ok(views.of(transfer)).header(HttpHeaders.ETAG, Version.etag(transfer.version())).build();
    }
}
