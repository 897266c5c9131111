package it.milanoaiuta.foodhub.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.platform.web.InvalidField;

@Path("/api/v1")
@Tag(name = "Figures")
@RolesAllowed({"service", "coordinator"})
public class FiguresResource {

    @Inject
    Figures figures;

    @Inject
    FigureRules rules;

    @GET
    @Path("figures")
    @Transactional
    @Operation(summary = "What the hubs took in and handed over from one day to another, both included; at most 366 days. With by: the city by day, week or month and the period by hub; without: each day of each hub")
    public FiguresView of(@RestQuery @NotNull LocalDate from, @RestQuery @NotNull LocalDate to,
            @RestQuery Step by) {
        if (to.isBefore(from)) {
            throw new InvalidField("to", "period-backwards");
        }
        long longest = rules.longestPeriod().toDays();
        if (ChronoUnit.DAYS.between(from, to) >= longest) {
            throw new InvalidField("to", "period-too-long", longest);
        }
        return by == null ? figures.byDayAndHub(from, to) : figures.bySteps(from, to, by);
    }
}
