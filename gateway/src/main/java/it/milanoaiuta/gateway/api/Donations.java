package it.milanoaiuta.gateway.api;

import java.time.LocalDate;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** donations-service, as far as composed answers and pages ask it. */
@RegisterRestClient(configKey = "donations")
@RegisterProvider(Refused.Mapper.class)
@Path("/api/v1")
public interface Donations {

    @GET
    @Path("needs")
    Uni<Batch<Known.Need>> needs(@BeanParam Asker asker, @QueryParam("limit") int limit);

    @GET
    @Path("items")
    Uni<Batch<Known.Item>> items(@BeanParam Asker asker, @QueryParam("limit") int limit);

    @GET
    @Path("figures")
    Uni<JsonNode> figures(@BeanParam Asker asker, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to);
}
