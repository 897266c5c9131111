package it.milanoaiuta.gateway.hub;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import it.milanoaiuta.gateway.ask.Arrivals;
import it.milanoaiuta.gateway.ask.Hubs;
import it.milanoaiuta.gateway.ask.Parts;
import it.milanoaiuta.gateway.ask.Refused;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.gateway.page.Entry;
import it.milanoaiuta.gateway.page.Page;
import it.milanoaiuta.gateway.page.Problems;
import it.milanoaiuta.platform.web.Problem;

/** A manager's hubs and their days. */
@Path("/app/hubs")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Authenticated
public class HubResource {

    @CheckedTemplate(basePath = "hub")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance myHubs(Page page, List<Hubs.Hub> hubs);

        /** @param code of a donation, as it was typed when there is a problem with it, else null */
        static native TemplateInstance hubDay(Page page, HubDay day, String code, Problem problem);
    }

    @Singleton
    static class InTheFrame extends Entry {

        InTheFrame() {
            super("/app/hubs", 30, page -> page.words(HubWords.class).myHub());
        }
    }

    /** @param people how many, in words */
    record Crew(Hubs.RosterPlace place, String people) {}

    @Inject
    Page page;

    @Inject
    Problems problems;

    @Inject
    ShowingHubDays days;

    @RestClient
    Hubs hubs;

    @RestClient
    Arrivals arrivals;

    @GET
    @Operation(hidden = true)
    public Response mine() {
        List<Hubs.Hub> mine = new Parts().ask(Services.FOOD_HUB, hubs.mine(page.asker())).orElseThrow().items();
        return mine.size() == 1
                ? page.goOn("/app/hubs/" + mine.get(0).id())
                : Response.ok(page.render(Templates.myHubs(page, mine))).build();
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public String shown(@RestPath UUID id, @RestQuery LocalDate day) {
        return shown(id, day, null, null);
    }

    /** A donation is here, wherever it was to come. */
    @POST
    @Path("{id}/by-code")
    @Operation(hidden = true)
    public Response byCode(@RestPath UUID id, @RestForm UUID key, @RestForm String code) {
        page.keep("key", key, "code", code);
        try {
            Arrivals.Arrival arrival = arrivals.byCode(id, page.asker(), key, new Arrivals.DonationHere(code));
            return page.goOn("/app/arrivals/" + arrival.id());
        } catch (Refused refused) {
            return problems.shown(refused, problem -> shown(id, null, code, refused));
        }
    }

    /** Where a login that fell due in the middle of the form comes back to. */
    @GET
    @Path("{id}/by-code")
    @Operation(hidden = true)
    public Response backToTheDay(@RestPath UUID id) {
        return page.goOn("/app/hubs/" + id);
    }

    private String shown(UUID id, LocalDate day, String code, Refused refused) {
        return page.render(Templates.hubDay(page, days.of(id, day, page.asker()), code, problems.of(refused)));
    }

    /** So many days after a day, as its page is asked for. */
    @TemplateExtension
    static String dayQuery(Page page, LocalDate day, int later) {
        return "?day=" + day.plusDays(later);
    }

    /** Who comes to a hub: one line for all who do the same at the same time. */
    @TemplateExtension
    static List<Crew> crews(Page page, List<Hubs.RosterPlace> roster) {
        Map<Hubs.RosterPlace, Long> people = roster.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return people.entrySet().stream()
                .map(crew -> new Crew(crew.getKey(), page.count(crew.getValue().intValue(), "PERSON"))).toList();
    }
}
