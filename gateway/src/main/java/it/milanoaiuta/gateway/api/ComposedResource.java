package it.milanoaiuta.gateway.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.web.InvalidField;

/** Answers composed of several services'; when one is down the answer says which part is missing. */
@Path("/api/v1")
@Tag(name = "Composed")
public class ComposedResource {

    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 7;

    @Inject
    Composing composing;

    @Inject
    Clock clock;

    @GET
    @Path("home")
    @Operation(summary = "What is needed now: people and goods; and the hubs")
    public Composing.Home home(@Parameter(hidden = true) @HeaderParam("Accept-Language") String language) {
        return composing.home(language);
    }

    @GET
    @Path("hubs/{id}/day")
    @Authenticated
    @Operation(summary = "A hub's day: what arrives and who comes; for its managers")
    public Composing.HubDay day(UUID id, @Parameter(description = "Europe/Rome; today when not given") @RestQuery LocalDate day,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") String language) {
        return composing.hubDay(id, day, new Asker(authorization, language));
    }

    @GET
    @Path("dashboard")
    @RolesAllowed({"coordinator", "service"})
    @Operation(summary = "The city's figures of a period, of all services; without dates of the last seven days")
    public Composing.Dashboard dashboard(
            @Parameter(description = "First day, Europe/Rome; six days before the last when not given") @RestQuery LocalDate from,
            @Parameter(description = "Last day, included; today when not given; at most 366 days") @RestQuery LocalDate to,
            @Parameter(description = "What the hubs did by day, week (Monday to Sunday) or month; when not given, days up to 31, weeks up to 26, months beyond") @RestQuery Composing.Step by,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") String language) {
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        if (last.isBefore(first)) {
            throw new InvalidField(to == null ? "from" : "to", "period-backwards");
        }
        if (last.isAfter(first.plusDays(LONGEST_DAYS - 1))) {
            throw new InvalidField(to == null ? "from" : "to", "period-too-long", LONGEST_DAYS);
        }
        return composing.dashboard(first, last, by == null ? Composing.Step.of(first, last) : by,
                new Asker(authorization, language));
    }
}
