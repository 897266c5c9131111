package it.milanoaiuta.foodhub.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.platform.web.InvalidField;

/** What the dashboard shows of the hubs. */
@Path("/api/v1")
@Tag(name = "Figures")
@RolesAllowed({"service", "coordinator"})
public class FiguresResource {

    @Inject
    Figures figures;

    @Inject
    FigureRules rules;

    /**
     * Answers with what the hubs took in and handed over from one day to another.
     * <p>
     * For the gateway's dashboard and for coordinators. With by: the city by day, week or month and the period by hub; without:
     * each day of each hub. Kept with every movement, so it is never behind. Refused: 400 period-backwards, period-too-long.
     *
     * @param from first day, Europe/Rome
     * @param to last day, Europe/Rome, included; at most 366 days with the first
     * @param by how finely; each day of each hub when absent
     */
    @GET
    @Path("figures")
    @Transactional
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
