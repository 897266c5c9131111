package it.milanoaiuta.gateway.hub;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.gateway.ask.Asker;

/** A hub's day, for programs. */
@Path("/api/v1/hubs/{id}/day")
@Tag(name = "Composed")
@Authenticated
public class ComposedHubDayResource {

    @Inject
    ShowingHubDays days;

    /**
     * Answers with a hub's day: what arrives and who comes.
     * <p>
     * For its managers; to others it is 404. A service that is down or slow is named in missing, and the rest is answered.
     *
     * @param id the hub
     * @param day Europe/Rome; today when not given
     */
    @GET
    public HubDay day(@RestPath UUID id, @RestQuery LocalDate day,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") String language) {
        return days.of(id, day, new Asker(authorization, language));
    }
}
