package it.milanoaiuta.gateway.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.gateway.api.Composing;
import it.milanoaiuta.gateway.api.FoodHub;
import it.milanoaiuta.gateway.api.Known;
import it.milanoaiuta.gateway.api.Refused;

/** A hub's day and checking in what arrives. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Authenticated
public class HubPages {

    @Inject
    Page page;

    @Inject
    Problems problems;

    @Inject
    Composing composing;

    @Inject
    Clock clock;

    @RestClient
    FoodHub foodHub;

    @GET
    @Path("app/hubs")
    @Operation(hidden = true)
    public Response mine() {
        List<Known.Hub> hubs = composing.hubsOf(page.asker());
        if (hubs.size() == 1) {
            return Response.seeOther(URI.create(page.to(page.appHub(hubs.get(0).id())))).build();
        }
        return Response.ok(page.render(Templates.myHubs(page, hubs))).build();
    }

    @GET
    @Path("app/hubs/{id}")
    @Operation(hidden = true)
    public String day(UUID id, @RestQuery LocalDate day) {
        return day(id, day, null, null);
    }

    /** A donation is here, wherever it was to come. */
    @POST
    @Path("app/hubs/{id}/by-code")
    @Operation(hidden = true)
    public Response byCode(UUID id, @RestForm UUID key, @RestForm String code) {
        page.keep("key", key, "code", code);
        try {
            Known.Arrival arrival = foodHub.byCode(id, page.asker(), key, new FoodHub.DonationHere(code));
            return Response.seeOther(URI.create(page.to(page.appArrival(arrival.id())))).build();
        } catch (Refused refused) {
            return problems.shown(refused, problem -> day(id, null, code, refused));
        }
    }

    /** Where a login that fell due in the middle of the form comes back to. */
    @GET
    @Path("app/hubs/{id}/by-code")
    @Operation(hidden = true)
    public Response backToTheDay(UUID id) {
        return Response.seeOther(URI.create(page.to(page.appHub(id)))).build();
    }

    private String day(UUID id, LocalDate day, String code, Refused refused) {
        return page.render(Templates.hubDay(page, composing.hubDay(id, day, page.asker()), code, problems.of(refused)));
    }

    /** @param aside items of which something just confirmed must be put aside */
    @GET
    @Path("app/arrivals/{id}")
    @Operation(hidden = true)
    public String arrival(UUID id, @RestQuery List<UUID> aside) {
        Composing.ShownArrival shown = composing.arrival(id, page.asker());
        return arrival(shown, ArrivalForm.of(shown.arrival(), page), aside, null);
    }

    @POST
    @Path("app/arrivals/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response confirm(UUID id, MultivaluedMap<String, String> typed) {
        page.keep(typed);
        Composing.ShownArrival shown = composing.arrival(id, page.asker());
        ArrivalForm form = ArrivalForm.of(typed);
        FoodHub.Receipt receipt = form.receipt(shown.arrival(), clock.instant(), page);
        if (form.isWrong()) {
            return Response.status(400).entity(arrival(shown, form, List.of(), null)).build();
        }
        try {
            FoodHub.Confirmed confirmed = foodHub.confirm(id, page.asker(), receipt.id(), receipt);
            return Response.seeOther(URI.create(page.to(page.appArrival(id, confirmed.aside())))).build();
        } catch (Refused refused) {
            form.mark(refused.violations(), shown.arrival());
            return problems.shown(refused, problem -> arrival(shown, form, List.of(), refused));
        }
    }

    private String arrival(Composing.ShownArrival shown, ArrivalForm form, List<UUID> aside, Refused refused) {
        return page.render(Templates.arrival(page, shown, form, aside, problems.of(refused)));
    }
}
