package it.milanoaiuta.foodhub.between;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** Goods that go from one hub to another. */
@Path("/api/v1/hubs/{hubId}/transfers")
@Tag(name = "Transfers")
@Authenticated
public class HubTransferResource {

    @Inject
    Transfers transfers;

    @Inject
    TransferViews views;

    @Inject
    Managers managers;

    /**
     * Lists what a hub sends to others, newest first.
     * <p>
     * For its managers. What comes to a hub from others is among its arrivals.
     *
     * @param hubId the hub that sends
     * @param state only in this state
     */
    @GET
    @Transactional
    public Page<TransferView> list(@RestPath UUID hubId, @RestQuery Transfer.State state,
            @BeanParam @Valid Paging paging) {
        managers.mustManage(hubId);
        Cursor from = paging.from(Paging.LAST_TIME, Paging.FIRST_ID);
        Page<Transfer> page = paging.page(transfers.page(hubId, state, from, paging.rows()),
                transfer -> Cursor.after(transfer.createdAt(), transfer.id()));
        return new Page<>(views.of(page.items()), page.next());
    }
}
