package it.milanoaiuta.foodhub.inbound.receipt;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;

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

    @POST
    @Path("undoing")
    @Idempotent
    @Operation(summary = "Take a confirmation back, while everything it brought is untouched")
    public ReceiptView undo(@RestPath UUID id) {
        UUID manager = managers.mustManage(arrivals.existing(receipts.existing(id).arrivalId()).hubId());
        request.claim();
        return undoing.undo(id, manager);
    }
}
