package it.milanoaiuta.gateway.arrival;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import it.milanoaiuta.gateway.ask.Arrivals;
import it.milanoaiuta.gateway.ask.Asker;
import it.milanoaiuta.gateway.ask.Batch;
import it.milanoaiuta.gateway.ask.Contracts;
import it.milanoaiuta.gateway.ask.Items;
import it.milanoaiuta.gateway.ask.PartAway;
import it.milanoaiuta.gateway.ask.Parts;
import it.milanoaiuta.gateway.ask.Refused;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.gateway.page.Page;
import it.milanoaiuta.gateway.page.Problems;
import it.milanoaiuta.platform.web.Problem;

/** Checking in what arrives. */
@Path("/app/arrivals/{id}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Authenticated
public class ArrivalResource {

    @CheckedTemplate(basePath = "arrival")
    static final class Templates {

        private Templates() {}

        /** @param aside items of which something just confirmed must be put aside */
        static native TemplateInstance arrival(Page page, Shown shown, ArrivalForm form, Choices choices, List<UUID> aside,
                Problem problem);
    }

    /** @param items by id; empty when the catalogue cannot be asked */
    record Shown(Arrivals.Arrival arrival, Map<UUID, Items.Item> items) {}

    /** What the service knows of why goods are sent back and where they go. */
    record Choices(List<String> reasons, List<String> destinations) {}

    private final Choices choices;

    @Inject
    Page page;

    @Inject
    Problems problems;

    @Inject
    Clock clock;

    @RestClient
    Arrivals arrivals;

    @RestClient
    Items items;

    ArrivalResource(Contracts contracts) {
        choices = new Choices(choice(contracts, "reason"), choice(contracts, "destination"));
    }

    private static List<String> choice(Contracts contracts, String field) {
        return contracts.values(Services.FOOD_HUB, "post", "/api/v1/arrivals/{id}/receipts", "lines." + field);
    }

    @GET
    @Operation(hidden = true)
    public String arrival(@RestPath UUID id, @RestQuery List<UUID> aside) {
        Shown shown = shown(id, page.asker());
        return rendered(shown, ArrivalForm.of(shown.arrival(), page), aside, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response confirm(@RestPath UUID id, MultivaluedMap<String, String> typed) {
        page.keep(typed);
        Shown shown = shown(id, page.asker());
        ArrivalForm form = ArrivalForm.of(typed);
        Arrivals.Receipt receipt = form.receipt(shown.arrival(), clock.instant(), page);
        if (form.isWrong()) {
            return Response.status(400).entity(rendered(shown, form, List.of(), null)).build();
        }
        try {
            Arrivals.Confirmed confirmed = arrivals.confirm(id, page.asker(), receipt.id(), receipt);
            return page.goOn("/app/arrivals/" + id + query(confirmed.aside()));
        } catch (Refused refused) {
            form.mark(refused.violations(), shown.arrival());
            return problems.shown(refused, problem -> rendered(shown, form, List.of(), refused));
        }
    }

    /** @throws PartAway when the arrival cannot be had */
    private Shown shown(UUID id, Asker asker) {
        Parts parts = new Parts();
        Parts.Part<Arrivals.Arrival> arrival = parts.ask(Services.FOOD_HUB, arrivals.arrival(id, asker));
        Parts.Part<Batch<Items.Item>> catalogue = parts.ask(Services.DONATIONS, items.items(asker, Batch.MOST));
        return new Shown(arrival.orElseThrow(), Items.byId(catalogue));
    }

    private String rendered(Shown shown, ArrivalForm form, List<UUID> aside, Refused refused) {
        return page.render(Templates.arrival(page, shown, form, choices, aside, problems.of(refused)));
    }

    private static String query(List<UUID> aside) {
        return aside.isEmpty() ? "" : aside.stream().map(item -> "aside=" + item).collect(Collectors.joining("&", "?", ""));
    }
}
