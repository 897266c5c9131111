package it.milanoaiuta.foodhub.between;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;

@Path("/api/v1/hubs/{hubId}/transfers")
@Authenticated
public class HubTransferResource {

    @Inject
    Transfers transfers;

    @Inject
    TransferViews views;

    @Inject
    Managers managers;

    @GET
    @Transactional
    @Operation(summary = "What a hub sends to others, newest first")
    public Page<TransferView> list(UUID hubId, @RestQuery Transfer.State state,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit, @RestQuery String cursor) {
        managers.mustManage(hubId);
        Cursor after = Cursor.decode(cursor, 2);
        List<Transfer> rows = transfers.page(hubId, state, after == null ? null : after.time(0),
                after == null ? null : after.id(1), limit + 1);
        Page<Transfer> page = Page.of(rows, limit, transfer -> Cursor.after(transfer.createdAt, transfer.id));
        return new Page<>(views.of(page.items()), page.next());
    }
}
