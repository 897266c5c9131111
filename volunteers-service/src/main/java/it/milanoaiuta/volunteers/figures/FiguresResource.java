package it.milanoaiuta.volunteers.figures;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.platform.web.InvalidField;

/** What the dashboard shows of volunteers. */
@Path("/api/v1/figures")
@RolesAllowed({"service", "coordinator"})
@Tag(name = "Figures")
public class FiguresResource {

    @Inject
    Balances balances;

    @Inject
    FigureRules rules;

    /**
     * Answers with volunteers, hours, sign-ups, shifts and places of a period: in total, by day and by hub.
     * <p>
     * For the gateway's dashboard and for coordinators. Read from balances that every change keeps, so it is never behind.
     * Refused: 400 period-backwards, period-too-long.
     *
     * @param from first day, Europe/Rome
     * @param to last day, included; at most 366 days with the first
     */
    @GET
    @Transactional
    public Figures figures(@RestQuery @NotNull LocalDate from, @RestQuery @NotNull LocalDate to) {
        if (to.isBefore(from)) {
            throw new InvalidField("to", "period-backwards");
        }
        long longest = rules.longestPeriod().toDays();
        if (to.isAfter(from.plusDays(longest - 1))) {
            throw new InvalidField("to", "period-too-long", longest);
        }
        return balances.between(from, to);
    }
}
