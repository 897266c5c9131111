package it.milanoaiuta.gateway.api;

import java.time.Instant;
import java.time.LocalDate;
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
import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** volunteers-service, as far as composed answers and pages ask it. */
@RegisterRestClient(configKey = "volunteers")
@RegisterProvider(Refused.Mapper.class)
@Path("/api/v1")
public interface Volunteers {

    record Wanted(String role) {}

    /** @param closeTo another shift of hers at another place, with less than an hour between; or null */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SignedUp(UUID closeTo) {}

    @GET
    @Path("shifts")
    Uni<Batch<Known.Shift>> shifts(@BeanParam Asker asker, @QueryParam("from") Instant from, @QueryParam("to") Instant to,
            @QueryParam("ownerId") UUID owner, @QueryParam("limit") int limit);

    @GET
    @Path("shifts/{id}")
    Uni<Known.Shift> shift(@PathParam("id") UUID id, @BeanParam Asker asker);

    @GET
    @Path("me/sign-ups")
    Uni<Batch<Known.MySignUp>> mine(@BeanParam Asker asker, @QueryParam("limit") int limit);

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

    @GET
    @Path("figures")
    Uni<JsonNode> figures(@BeanParam Asker asker, @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to);
}
