package it.milanoaiuta.gateway.home;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is needed now, for programs. */
@Path("/api/v1/home")
@Tag(name = "Composed")
public class ComposedHomeResource {

    @Inject
    ShowingHome showing;

    /**
     * Answers what is needed now: people and goods; and the hubs.
     * <p>
     * For everybody; made once a second, however many ask. A service that is down or slow is named in missing, and the rest is
     * answered.
     */
    @GET
    public Home home(@Parameter(hidden = true) @HeaderParam("Accept-Language") String language) {
        return showing.in(language);
    }
}
