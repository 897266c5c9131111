package it.milanoaiuta.foodhub.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;

import it.milanoaiuta.platform.web.InvalidField;

@Path("/api/v1")
@RolesAllowed({"service", "coordinator"})
public class FiguresResource {

    private static final long LONGEST = 366;

    @Inject
    Figures figures;

    @GET
    @Path("figures")
    @Transactional
    @Operation(summary = "What the hubs took in and handed over from one day to another, both included; at most 366 days. With by: the city by day, week or month and the period by hub; without: each day of each hub")
    public FiguresView of(@QueryParam("from") @NotNull LocalDate from, @QueryParam("to") @NotNull LocalDate to,
            @QueryParam("by") Step by) {
        if (to.isBefore(from)) {
            throw new InvalidField("to", "period-backwards");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new InvalidField("to", "period-too-long", LONGEST);
        }
        return by == null ? figures.byDayAndHub(from, to) : figures.bySteps(from, to, by);
    }
}
