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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;

@Path("/api/v1/neighbourhoods")
@Tag(name = "Neighbourhoods")
@PermitAll
public class NeighbourhoodResource {

    /** The licence of the open data asks for it wherever it is shown. */
    static final String ATTRIBUTION = "Confini NIL: Comune di Milano (CC BY), elaborazione propria";

    @Inject
    Neighbourhoods neighbourhoods;

    @GET
    @Operation(summary = "The neighbourhoods of the city, by name")
    public NeighbourhoodPage list(@RestQuery @Min(1) @Max(9) Integer municipio,
            @BeanParam @Valid Paging paging) {
        Page<NeighbourhoodView> page = paging
                .page(neighbourhoods.byName(municipio, paging.from(""), paging.rows()), n -> Cursor.after(n.name()))
                .map(NeighbourhoodView::of);
        return new NeighbourhoodPage(page.items(), page.next(), ATTRIBUTION);
    }

    public record NeighbourhoodPage(List<NeighbourhoodView> items, String next,
            @Schema(description = "To be shown beside the data") String attribution) {}
}
