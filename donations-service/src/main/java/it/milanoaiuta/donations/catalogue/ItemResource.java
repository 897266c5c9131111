package it.milanoaiuta.donations.catalogue;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Page;

@Path("/api/v1/items")
@Tag(name = "catalogue")
public class ItemResource {

    @Inject
    Items items;

    @GET
    @Operation(summary = "The catalogue: what can be asked for and given, by code")
    public Page<ItemView> list(@RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit, @RestQuery String cursor) {
        Cursor after = Cursor.decode(cursor, 1);
        return Page.of(items.listed(after == null ? "" : after.at(0, ItemResource::code), limit + 1), limit,
                item -> Cursor.after(item.code)).map(ItemView::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One item, archived ones included")
    public ItemView item(@RestPath UUID id) {
        return items.findByIdOptional(id).map(ItemView::of).orElseThrow(NotFound::new);
    }

    /** PostgreSQL refuses some characters that a forged cursor may hold. */
    private static String code(String value) {
        if (!value.matches("[A-Z0-9_]*")) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }
}
