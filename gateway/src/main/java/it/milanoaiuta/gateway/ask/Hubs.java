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

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hub(UUID id, String code, String name, String kind, String state, String address, int municipio,
            List<Opening> opening, boolean demo, boolean intakePaused) {}

    /** Europe/Rome wall time; weekday 1 is Monday. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Opening(int weekday,
            @Schema(implementation = String.class, description = "HH:mm:ss, Europe/Rome") LocalTime opens,
            @Schema(implementation = String.class, description = "HH:mm:ss, Europe/Rome") LocalTime closes) {}

    /** Two deliveries in a row failed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Task(UUID id) {}

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
