package it.milanoaiuta.gateway.ask;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.smallrye.mutiny.Uni;

/** Shifts, of volunteers-service. */
@RegisterRestClient(configKey = Services.VOLUNTEERS)
@RegisterProvider(Refused.Mapper.class)
@Path("/api/v1/shifts")
public interface Shifts {

    /**
     * What help is wanted, and where.
     *
     * @param ownerKind whether an ORGANISATION or a HUB asks
     * @param ownerId the organisation or hub that asks
     * @param task what the help is, as SORTING or DELIVERY
     * @param title by language (ISO 639-1); empty where the task, translated, says it all
     * @param place where it is; null = at the hub that owns it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Opportunity(UUID id, String ownerKind, UUID ownerId, String task, Map<String, String> title, Place place) {

        /** Its own place, else that of the hub that owns it; null when it is not among these. */
        public Place placeAmong(List<Hubs.Hub> hubs) {
            return place != null
                    ? place
                    : hubs.stream().filter(hub -> hub.id().equals(ownerId))
                            .map(hub -> new Place(hub.name(), hub.address(), hub.municipio())).findFirst().orElse(null);
        }
    }

    /**
     * An open shift.
     *
     * @param opportunity what help is wanted, and where
     * @param start when it begins
     * @param end when it ends, exclusive: another shift may begin then
     * @param state OPEN or CANCELLED
     * @param roles its places, one entry a role
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Shift(UUID id, Opportunity opportunity, Instant start, Instant end, String state, List<Places> roles) {

        public int free() {
            return roles.stream().mapToInt(Places::free).sum();
        }
    }

    /**
     * The places of one role in a shift.
     *
     * @param role what people do in it
     * @param capacity places, people at once
     * @param taken places held by somebody, at most the capacity
     * @param waiting people on the waiting list
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Places(String role, int capacity, int taken, int waiting) {

        public int free() {
            return Math.max(0, capacity - taken);
        }
    }

    @GET
    Uni<Batch<Shift>> shifts(@BeanParam Asker asker, @QueryParam("from") Instant from, @QueryParam("to") Instant to,
            @QueryParam("limit") int limit);

    @GET
    @Path("{id}")
    Uni<Shift> shift(@PathParam("id") UUID id, @BeanParam Asker asker);
}
