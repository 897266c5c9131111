package it.milanoaiuta.gateway.session;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.gateway.page.Page;

/** Where the login comes back to, and where it ends. */
@Path("/")
@Authenticated
public class SessionResource {

    @Inject
    Page page;

    @GET
    @Path("app")
    @Operation(hidden = true)
    public Response start() {
        return page.goOn(page.startOfOnesOwn());
    }

    /** Quarkus takes the code here and leads on to the page that asked for the login; whoever comes by hand gets the start. */
    @GET
    @Path("app/signed-in")
    @Operation(hidden = true)
    public Response signedIn() {
        return start();
    }

    /** Quarkus ends the session here and leads to Keycloak's logout; only a form gets here, so that no link can do it. */
    @POST
    @Path("app/logout")
    @Operation(hidden = true)
    public Response signedOut() {
        return Response.seeOther(URI.create("/")).build();
    }
}
