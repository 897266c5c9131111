package it.milanoaiuta.gateway.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.smallrye.mutiny.Uni;

/** Hubs, and for their managers who comes and what is to do, of food-hub-service. */
@RegisterRestClient(configKey = Services.FOOD_HUB)
@RegisterProvider(Refused.Mapper.class)
@Path("/api/v1/hubs")
public interface Hubs {

    /**
     * A food hub.
     *
     * @param code stable, for programs
     * @param name as people call it
     * @param kind what it is for; HubKind of food-hub-service lists it
     * @param state OPEN, CLOSING or CLOSED
     * @param address street and number; of a demo hub a street alone
     * @param municipio the number of the city's district (Municipio), 1 to 9
     * @param opening hours of a week; a day may have several, or none
     * @param demo true: not a place that exists
     * @param intakePaused it takes no new donations for now
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hub(UUID id, String code, String name, String kind, String state, String address, int municipio,
            List<Opening> opening, boolean demo, boolean intakePaused) {}

    /**
     * One opening of a week.
     *
     * @param weekday 1 Monday … 7 Sunday
     * @param opens HH:mm:ss, Europe/Rome wall time
     * @param closes HH:mm:ss, Europe/Rome wall time, the same day
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Opening(int weekday, @Schema(implementation = String.class) LocalTime opens,
            @Schema(implementation = String.class) LocalTime closes) {}

    /** Two deliveries in a row failed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Task(UUID id) {}

    /**
     * A confirmed place on one of the hub's shifts; nobody's name.
     *
     * @param shiftId the shift
     * @param start when it begins
     * @param end when it ends, exclusive
     * @param role what she does
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RosterPlace(UUID shiftId, Instant start, Instant end, String role) {}

    @GET
    Uni<Batch<Hub>> hubs(@BeanParam Asker asker);

    @GET
    @Path("{id}")
    Uni<Hub> hub(@PathParam("id") UUID id, @BeanParam Asker asker);

    @GET
    @Path("mine")
    Uni<Batch<Hub>> mine(@BeanParam Asker asker);

    @GET
    @Path("{id}/roster")
    Uni<Batch<RosterPlace>> roster(@PathParam("id") UUID hub, @BeanParam Asker asker, @QueryParam("day") LocalDate day);

    @GET
    @Path("{id}/tasks")
    Uni<Batch<Task>> tasks(@PathParam("id") UUID hub, @BeanParam Asker asker, @QueryParam("limit") int limit);
}
