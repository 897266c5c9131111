package it.milanoaiuta.gateway.ask;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.smallrye.mutiny.Uni;

/** A person's places on shifts, of volunteers-service. */
@RegisterRestClient(configKey = Services.VOLUNTEERS)
@RegisterProvider(Refused.Mapper.class)
@Path("/api/v1")
public interface SignUps {

    record Wanted(String role) {}

    /** @param closeTo another shift of hers at another place, with less than an hour between; or null */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SignedUp(UUID closeTo) {}

    /**
     * @param number on the waiting list, null when not waiting
     * @param askedAt when she was asked whether she takes a place that came free; null when she was not
     * @param frozen its organisation is suspended: nobody knows yet whether it is held
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MySignUp(UUID id, UUID shiftId, Shifts.Opportunity opportunity, Instant start, Instant end, String role,
            String state, Integer number, Instant askedAt, boolean frozen) {

        public boolean isLive() {
            return List.of("REQUESTED", "CONFIRMED", "WAITING").contains(state);
        }

        /** Whether she was asked about a place, which she has if she is the first to say yes. */
        public boolean mayAccept() {
            return state.equals("WAITING") && askedAt != null && !frozen;
        }
    }

    @GET
    @Path("me/sign-ups")
    Uni<Batch<MySignUp>> mine(@BeanParam Asker asker, @QueryParam("limit") int limit);

    @POST
    @Path("shifts/{id}/sign-ups")
    SignedUp signUp(@PathParam("id") UUID shift, @BeanParam Asker asker, @HeaderParam("Idempotency-Key") UUID key,
            Wanted wanted);

    @DELETE
    @Path("shifts/{id}/sign-ups/me")
    void leave(@PathParam("id") UUID shift, @BeanParam Asker asker);

    @POST
    @Path("shifts/{id}/sign-ups/me/restoration")
    SignedUp restore(@PathParam("id") UUID shift, @BeanParam Asker asker, @HeaderParam("Idempotency-Key") UUID key);

    @POST
    @Path("shifts/{id}/sign-ups/me/acceptance")
    SignedUp accept(@PathParam("id") UUID shift, @BeanParam Asker asker, @HeaderParam("Idempotency-Key") UUID key);
}
