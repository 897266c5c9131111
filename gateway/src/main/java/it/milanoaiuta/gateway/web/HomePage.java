package it.milanoaiuta.gateway.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;
import it.milanoaiuta.gateway.api.Composing;

/** What is needed now. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class HomePage {

    @Inject
    Page page;

    @Inject
    Composing composing;

    @GET
    @Operation(hidden = true)
    public String home() {
        return page.render(Templates.home(page, composing.home(page.lang())));
    }
}
