package it.milanoaiuta.foodhub.inbound.receipt;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;

/** What was confirmed of an arrival. */
@Path("/api/v1/receipts/{id}")
@Tag(name = "Receipts")
@Authenticated
public class ReceiptResource {

    @Inject
    Arrivals arrivals;

    @Inject
    Receipts receipts;

    @Inject
    UndoingReceipts undoing;

    @Inject
    Managers managers;

    @Inject
    RequestKey request;

    /**
     * Takes a confirmation back, while everything it brought is untouched.
     * <p>
     * For the managers of the arrival's hub. Its goods are no stock any more and ReceiptUndone tells the donor's side. Again
     * changes nothing. Refused: 409 receipt-touched naming the lots that have moved on or are set aside, receipt-not-booked
     * when it waits to be settled.
     *
     * @param id the receipt
     */
    @POST
    @Path("undoing")
    @Idempotent
    public ReceiptView undo(@RestPath UUID id) {
        UUID manager = managers.mustManage(arrivals.existing(receipts.existing(id).arrivalId()).hubId());
        request.claim();
        return undoing.undo(id, manager);
    }
}
