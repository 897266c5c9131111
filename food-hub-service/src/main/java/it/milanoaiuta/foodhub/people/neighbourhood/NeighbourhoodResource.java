package it.milanoaiuta.foodhub.people.neighbourhood;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

/** The neighbourhoods of the city. */
@Path("/api/v1/neighbourhoods")
@Tag(name = "Neighbourhoods")
@PermitAll
public class NeighbourhoodResource {

    /** The licence of the open data asks for it wherever it is shown. */
    static final String ATTRIBUTION = "Confini NIL: Comune di Milano (CC BY), elaborazione propria";

    @Inject
    Neighbourhoods neighbourhoods;

    /**
     * Lists the neighbourhoods of the city, by name.
     * <p>
     * For everybody.
     *
     * @param municipio only in this district of the city, 1 to 9
     */
    @GET
    public NeighbourhoodPage list(@RestQuery @Min(1) @Max(9) Integer municipio,
            @BeanParam @Valid Paging paging) {
        Page<NeighbourhoodView> page = paging
                .page(neighbourhoods.byName(municipio, paging.from(""), paging.rows()), n -> Cursor.after(n.name()))
                .map(NeighbourhoodView::of);
        return new NeighbourhoodPage(page.items(), page.next(), ATTRIBUTION);
    }

    /**
     * One page of neighbourhoods.
     *
     * @param items in the order of their names
     * @param next opaque cursor of the following page; null on the last one
     * @param attribution to be shown beside the data, as its licence asks
     */
    public record NeighbourhoodPage(List<NeighbourhoodView> items, String next, String attribution) {}
}
