package it.milanoaiuta.donations.catalogue;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

@Path("/api/v1/items")
@Tag(name = "Items")
@PermitAll
public class ItemResource {

    @Inject
    Items items;

    @GET
    @Operation(summary = "The catalogue: what can be asked for and given, by code")
    public Page<ItemView> list(@BeanParam @Valid Paging paging) {
        return paging.page(items.listed(paging.from(""), paging.rows()), item -> Cursor.after(item.code())).map(ItemView::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One item, archived ones included")
    public ItemView item(@RestPath UUID id) {
        return ItemView.of(items.existing(id));
    }
}
