package it.milanoaiuta.donations.catalogue;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** The catalogue. */
@Path("/api/v1/items")
@Tag(name = "Items")
@PermitAll
public class ItemResource {

    @Inject
    Items items;

    /**
     * Lists the catalogue, by code: what can be asked for and given.
     * <p>
     * For everybody. Archived items are not listed.
     */
    @GET
    public Page<ItemView> list(@BeanParam @Valid Paging paging) {
        return paging.page(items.listed(paging.from(""), paging.rows()), item -> Cursor.after(item.code())).map(ItemView::of);
    }

    /**
     * Answers with one item, an archived one too.
     * <p>
     * For everybody, because needs and donations of once still name it.
     *
     * @param id the item
     */
    @GET
    @Path("{id}")
    public ItemView item(@RestPath UUID id) {
        return ItemView.of(items.existing(id));
    }
}
