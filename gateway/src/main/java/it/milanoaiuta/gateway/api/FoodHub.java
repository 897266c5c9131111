package it.milanoaiuta.gateway.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** food-hub-service, as far as composed answers and pages ask it. */
@RegisterRestClient(configKey = "food-hub")
@RegisterProvider(Refused.Mapper.class)
@Path("/api/v1")
public interface FoodHub {

    /** A confirmation of an arrival; quantities in the item's base unit. */
    record Receipt(UUID id, Instant occurredAt, Long seenVersion, boolean close, List<Line> lines) {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Line(UUID arrivalLineId, BigDecimal accepted, BigDecimal rejected, BigDecimal missing,
                BigDecimal surplus, String reason, String destination, List<Lot> lots, BigDecimal temperature) {}

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Lot(String lotCode, String dateKind, String date, BigDecimal quantity, Boolean confirmed) {}
    }

    /** @param code as people type it */
    record DonationHere(String code) {}

    /** What became of a confirmation. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Confirmed(List<Taken> lots) {

        /** @param quarantined its temperature was out of tolerance */
        @JsonIgnoreProperties(ignoreUnknown = true)
        public record Taken(UUID itemId, boolean quarantined) {}

        /** The items of which something must be put aside. */
        public List<UUID> aside() {
            return lots == null
                    ? List.of()
                    : lots.stream().filter(Taken::quarantined).map(Taken::itemId).distinct().toList();
        }
    }

    @GET
    @Path("hubs")
    Uni<Batch<Known.Hub>> hubs(@BeanParam Asker asker);

    @GET
    @Path("hubs/{id}")
    Uni<Known.Hub> hub(@PathParam("id") UUID id, @BeanParam Asker asker);

    @GET
    @Path("hubs/mine")
    Uni<Batch<Known.Hub>> mine(@BeanParam Asker asker);

    @GET
    @Path("hubs/{id}/arrivals")
    Uni<Batch<Known.Arrival>> arrivals(@PathParam("id") UUID hub, @BeanParam Asker asker, @QueryParam("day") LocalDate day,
            @QueryParam("limit") int limit);

    @GET
    @Path("hubs/{id}/roster")
    Uni<Batch<Known.RosterPlace>> roster(@PathParam("id") UUID hub, @BeanParam Asker asker,
            @QueryParam("day") LocalDate day);

    @GET
    @Path("hubs/{id}/tasks")
    Uni<Batch<Known.Task>> tasks(@PathParam("id") UUID hub, @BeanParam Asker asker, @QueryParam("limit") int limit);

    @GET
    @Path("arrivals/{id}")
    Uni<Known.Arrival> arrival(@PathParam("id") UUID id, @BeanParam Asker asker);

    @POST
    @Path("hubs/{id}/arrivals/by-code")
    Known.Arrival byCode(@PathParam("id") UUID hub, @BeanParam Asker asker, @HeaderParam("Idempotency-Key") UUID key,
            DonationHere donation);

    @POST
    @Path("arrivals/{id}/receipts")
    Confirmed confirm(@PathParam("id") UUID arrival, @BeanParam Asker asker, @HeaderParam("Idempotency-Key") UUID key,
            Receipt receipt);

    @GET
    @Path("figures")
    Uni<JsonNode> figures(@BeanParam Asker asker, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to,
            @QueryParam("by") Composing.Step by);
}
