package it.milanoaiuta.volunteers.person;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import it.milanoaiuta.platform.web.NotFound;

/** What the other services ask before they name somebody. Never routed by the gateway. */
@Path("/internal/people")
@Tag(name = "People")
@RolesAllowed("service")
public class PersonResource {

    @Inject
    People people;

    /**
     * Nothing when she is known: she signed in once.
     *
     * @throws NotFound when nobody with this sign-in id ever did
     */
    @GET
    @Path("/{subject}")
    @Transactional
    @Operation(hidden = true)
    public void mustBeKnown(@RestPath UUID subject) {
        if (!people.isKnown(subject)) {
            throw new NotFound();
        }
    }
}
