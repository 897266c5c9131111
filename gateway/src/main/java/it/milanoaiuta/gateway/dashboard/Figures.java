package it.milanoaiuta.gateway.dashboard;

import java.time.LocalDate;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;
import it.milanoaiuta.gateway.ask.Asker;
import it.milanoaiuta.gateway.ask.Refused;
import it.milanoaiuta.gateway.ask.Services;

/** What each service counts; from and to are days of Europe/Rome, both included. */
final class Figures {

    private Figures() {}

    @RegisterRestClient(configKey = Services.VOLUNTEERS)
    @RegisterProvider(Refused.Mapper.class)
    @Path("/api/v1/figures")
    interface OfPeople {

        @GET
        Uni<JsonNode> figures(@BeanParam Asker asker, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to);
    }

    @RegisterRestClient(configKey = Services.DONATIONS)
    @RegisterProvider(Refused.Mapper.class)
    @Path("/api/v1/figures")
    interface OfGifts {

        @GET
        Uni<JsonNode> figures(@BeanParam Asker asker, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to);
    }

    @RegisterRestClient(configKey = Services.FOOD_HUB)
    @RegisterProvider(Refused.Mapper.class)
    @Path("/api/v1/figures")
    interface OfFood {

        @GET
        Uni<JsonNode> figures(@BeanParam Asker asker, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to,
                @QueryParam("by") Step by);
    }
}
