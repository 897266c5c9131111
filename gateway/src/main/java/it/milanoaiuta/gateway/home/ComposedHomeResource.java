package it.milanoaiuta.gateway.home;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is needed now, for programs. */
@Path("/api/v1/home")
@Tag(name = "Composed")
public class ComposedHomeResource {

    @Inject
    ShowingHome showing;

    @GET
    @Operation(summary = "What is needed now: people and goods; and the hubs")
    public Home home(@Parameter(hidden = true) @HeaderParam("Accept-Language") String language) {
        return showing.in(language);
    }
}
