package it.milanoaiuta.volunteers.figures;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import it.milanoaiuta.platform.web.InvalidField;

/** What the dashboard shows of volunteers. */
@Path("/api/v1/figures")
@RolesAllowed({"service", "coordinator"})
@Tag(name = "Figures")
public class FiguresResource {

    private static final int LONGEST_DAYS = 366;

    @Inject
    Balances balances;

    @GET
    @Transactional
    @Operation(summary = "Volunteers, hours, sign-ups, shifts and places of a period, by day and by hub")
    public Figures figures(@Parameter(description = "first day") @RestQuery @NotNull LocalDate from,
            @Parameter(description = "last day, included; at most 366 days") @RestQuery @NotNull LocalDate to) {
        if (to.isBefore(from)) {
            throw new InvalidField("to", "period-backwards");
        }
        if (to.isAfter(from.plusDays(LONGEST_DAYS - 1))) {
            throw new InvalidField("to", "period-too-long", LONGEST_DAYS);
        }
        return balances.between(from, to);
    }
}
