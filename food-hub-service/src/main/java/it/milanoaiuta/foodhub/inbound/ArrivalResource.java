package it.milanoaiuta.foodhub.inbound;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.foodhub.inbound.receipt.NewReceipt;
import it.milanoaiuta.foodhub.inbound.receipt.Receipt;
import it.milanoaiuta.foodhub.inbound.receipt.ReceiptView;
import it.milanoaiuta.foodhub.inbound.receipt.Receiving;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Created;

/** What comes to a hub: what is expected of it, and what was confirmed. */
@Path("/api/v1/arrivals/{id}")
@Tag(name = "Arrivals")
@Authenticated
public class ArrivalResource {

    @Inject
    Arrivals arrivals;

    @Inject
    ArrivalViews views;

    @Inject
    Receiving receiving;

    @Inject
    Managers managers;

    @Inject
    RequestKey request;

    /**
     * Answers with one arrival, and with what was confirmed of it.
     * <p>
     * For the managers of its hub.
     *
     * @param id the arrival
     */
    @GET
    @Transactional
    public ArrivalView get(@RestPath UUID id) {
        Arrival arrival = arrivals.existing(id);
        managers.mustManage(arrival.hubId());
        return views.of(arrival);
    }

    /**
     * Confirms what came, perhaps offline some time ago.
     * <p>
     * For the managers of its hub. Accepted goods are stock at once, those for an organisation's need are set aside and their
     * delivery planned; DonationReceived tells the donor's side. The same id again changes nothing; one that does not fit what
     * others confirmed meanwhile is kept to be settled (202), never refused for good. Refused: 400 receipt-invalid naming each
     * field, 409 arrival-closed (she saw that it was), 422 confirmation-id-taken (domain, Arrival and Confirmations made
     * offline).
     *
     * @param id the arrival
     */
    @POST
    @Path("receipts")
    @Idempotent
    @APIResponse(responseCode = "201", description = "Booked", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReceiptView.class)))
    @APIResponse(responseCode = "202", description = "It does not fit what others confirmed meanwhile; kept to be settled", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReceiptView.class)))
    public RestResponse<ReceiptView> confirm(@RestPath UUID id, @Valid @NotNull NewReceipt receipt) {
        UUID manager = managers.mustManage(arrivals.existing(id).hubId());
        request.claim();
        ReceiptView view = receiving.receive(id, receipt, manager);
        return view.state() == Receipt.State.TO_SETTLE
                ? RestResponse.status(Status.ACCEPTED, view)
                : Created.at("/api/v1/receipts/" + view.id(), view);
    }
}
