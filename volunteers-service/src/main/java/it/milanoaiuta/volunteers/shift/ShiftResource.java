package it.milanoaiuta.volunteers.shift;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.volunteers.opportunity.Task;
import it.milanoaiuta.volunteers.owner.Owners;

/** Where people are wanted. */
@Path("/api/v1/shifts")
@Tag(name = "Shifts")
public class ShiftResource {

    /** Those of a suspended organisation that begin within this are the coordinator's to save. */
    private static final Duration COORDINATORS = Duration.ofHours(72);

    @Inject
    Shifts shifts;

    @Inject
    ShiftRoles roles;

    @Inject
    Owners owners;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Transactional
    @Operation(summary = "Open shifts of verified organisations and hubs, by start")
    public Page<ShiftView> shifts(
            @Parameter(description = "begins then or later; now when not given") @RestQuery Instant from,
            @Parameter(description = "begins before") @RestQuery Instant to,
            @RestQuery UUID ownerId, @RestQuery @Min(1) @Max(9) Integer municipio, @RestQuery Task task,
            @Parameter(description = "only with a free place") @RestQuery Boolean free,
            @RestQuery String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit) {
        Shifts.Filter filter = new Shifts.Filter(from == null ? clock.instant() : from, to, ownerId, municipio, task,
                Boolean.TRUE.equals(free));
        return views(shifts.open(filter, Cursor.decode(cursor, 2), limit), limit);
    }

    @GET
    @Path("/to-take-over")
    @RolesAllowed("coordinator")
    @Transactional
    @Operation(summary = "Shifts of suspended organisations that begin within 72 h, by start: to be taken over by another one or cancelled")
    public Page<ShiftView> shiftsToTakeOver(@RestQuery String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int limit) {
        Instant now = clock.instant();
        return views(shifts.frozen(now, now.plus(COORDINATORS), Cursor.decode(cursor, 2), limit), limit);
    }

    private Page<ShiftView> views(List<Shift> rows, int limit) {
        Page<Shift> page = Page.of(rows, limit, last -> Cursor.after(last.startsAt, last.id));
        Map<UUID, List<ShiftRole>> places = roles.of(page.items().stream().map(shift -> shift.id).toList());
        return page.map(shift -> ShiftView.of(shift, places.get(shift.id)));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "One shift with its places; a cancelled one too, for whoever has its address")
    public RestResponse<ShiftView> shift(@RestPath UUID id) {
        Shift shift = shifts.get(id);
        if (!caller.isCoordinator()) {
            owners.requireVisible(shift.owner);
        }
        return ShiftView.tagged(shift, roles.of(id));
    }
}
