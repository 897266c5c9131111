package it.milanoaiuta.gateway.dashboard;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.databind.JsonNode;

import it.milanoaiuta.gateway.ask.Asker;
import it.milanoaiuta.gateway.ask.Parts;
import it.milanoaiuta.gateway.ask.Services;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.InvalidField;

/** Answers composed of several services', here the city's figures. Who may see them, these decide once more. */
@Path("/api/v1/dashboard")
@Tag(name = "Composed")
public class DashboardResource {

    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 7;

    @RestClient
    Figures.OfPeople people;

    @RestClient
    Figures.OfGifts gifts;

    @RestClient
    Figures.OfFood food;

    @Inject
    Clock clock;

    /**
     * Answers with the city's figures of a period, of all services.
     * <p>
     * For coordinators. Of the last seven days when none are given. A service that is down or slow is named in missing, and the
     * rest is answered. Refused: 400 period-backwards, period-too-long.
     *
     * @param from first day, Europe/Rome; six days before the last when not given
     * @param to last day, included; today when not given; at most 366 days
     * @param by what the hubs did by day, week (Monday to Sunday) or month; when not given, days up to 31, weeks up to 26,
     *        months beyond
     */
    @GET
    @RolesAllowed({"coordinator", "service"})
    public Dashboard dashboard(@RestQuery LocalDate from, @RestQuery LocalDate to, @RestQuery Step by,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") String language) {
        LocalDate last = to == null ? CityTime.today(clock) : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        if (last.isBefore(first)) {
            throw new InvalidField(to == null ? "from" : "to", "period-backwards");
        }
        if (last.isAfter(first.plusDays(LONGEST_DAYS - 1))) {
            throw new InvalidField(to == null ? "from" : "to", "period-too-long", LONGEST_DAYS);
        }
        return composed(first, last, by == null ? Step.of(first, last) : by, new Asker(authorization, language));
    }

    private Dashboard composed(LocalDate from, LocalDate to, Step by, Asker asker) {
        Parts parts = new Parts();
        Parts.Part<JsonNode> ofPeople = parts.ask(Services.VOLUNTEERS, people.figures(asker, from, to));
        Parts.Part<JsonNode> ofGifts = parts.ask(Services.DONATIONS, gifts.figures(asker, from, to));
        Parts.Part<JsonNode> ofFood = parts.ask(Services.FOOD_HUB, food.figures(asker, from, to, by));
        return new Dashboard(from, to, ofPeople.orElse(null), ofGifts.orElse(null), ofFood.orElse(null), parts.missing());
    }
}
