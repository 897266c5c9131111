package it.milanoaiuta.foodhub.people.neighbourhood;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;

@Path("/api/v1/neighbourhoods")
@PermitAll
public class NeighbourhoodResource {

    /** The licence of the open data asks for it wherever it is shown. */
    static final String ATTRIBUTION = "Confini NIL: Comune di Milano (CC BY), elaborazione propria";

    @Inject
    Neighbourhoods neighbourhoods;

    @GET
    @Operation(summary = "The neighbourhoods of the city, by name")
    public NeighbourhoodPage list(@QueryParam("municipio") @Min(1) @Max(9) Integer municipio,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit, @QueryParam("cursor") String cursor) {
        Cursor after = Cursor.decode(cursor, 1);
        String name = after == null ? null : after.values().get(0);
        Page<NeighbourhoodView> page = Page
                .of(neighbourhoods.byName(municipio, name, limit + 1), limit, n -> Cursor.after(n.name))
                .map(NeighbourhoodView::of);
        return new NeighbourhoodPage(page.items(), page.next(), ATTRIBUTION);
    }

    public record NeighbourhoodPage(List<NeighbourhoodView> items, String next,
            @Schema(description = "To be shown beside the data") String attribution) {}
}
