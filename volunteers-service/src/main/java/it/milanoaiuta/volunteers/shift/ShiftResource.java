package it.milanoaiuta.volunteers.shift;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.Cursor;
import it.milanoaiuta.platform.web.Page;
import it.milanoaiuta.platform.web.Paging;
import it.milanoaiuta.volunteers.opportunity.Task;
import it.milanoaiuta.volunteers.owner.Owners;

/** Where people are wanted. */
@Path("/api/v1/shifts")
@Authenticated
@Tag(name = "Shifts")
public class ShiftResource {

    @Inject
    Shifts shifts;

    @Inject
    ShiftRoles roles;

    @Inject
    Owners owners;

    @Inject
    Caller caller;

    @Inject
    ShiftRules rules;

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @Transactional
    @Operation(summary = "Open shifts of verified organisations and hubs, by start")
    public Page<ShiftView> shifts(
            @Parameter(description = "begins then or later; now when not given") @RestQuery Instant from,
            @Parameter(description = "begins before") @RestQuery Instant to,
            @RestQuery UUID ownerId, @RestQuery @Min(1) @Max(9) Integer municipio, @RestQuery Task task,
            @Parameter(description = "only with a free place") @RestQuery Boolean free,
            @BeanParam @Valid Paging paging) {
        Shifts.Filter filter = new Shifts.Filter(from == null ? clock.instant() : from, to, ownerId, municipio, task,
                Boolean.TRUE.equals(free));
        return views(paging, shifts.open(filter, paging.from(filter.from(), Paging.FIRST_ID), paging.rows()));
    }

    @GET
    @Path("/to-take-over")
    @RolesAllowed("coordinator")
    @Transactional
    @Operation(summary = "Shifts of suspended organisations that begin within 72 h, by start: to be taken over by another one or cancelled")
    public Page<ShiftView> shiftsToTakeOver(@BeanParam @Valid Paging paging) {
        Instant now = clock.instant();
        return views(paging,
                shifts.frozen(now, now.plus(rules.toTakeOver()), paging.from(now, Paging.FIRST_ID), paging.rows()));
    }

    private Page<ShiftView> views(Paging paging, List<Shift> rows) {
        Page<Shift> page = paging.page(rows, last -> Cursor.after(last.start(), last.id()));
        Map<UUID, List<ShiftRole>> places = roles.of(page.items().stream().map(Shift::id).toList());
        return page.map(shift -> ShiftView.of(shift, places.get(shift.id())));
    }

    @GET
    @PermitAll
    @Path("/{id}")
    @Transactional
    @Operation(summary = "One shift with its places; a cancelled one too, for whoever has its address")
    public RestResponse<ShiftView> shift(@RestPath UUID id) {
        Shift shift = shifts.existing(id);
        if (!caller.isCoordinator()) {
            owners.mustBeVisible(shift.owner());
        }
        return ShiftView.tagged(shift, roles.of(id));
    }
}
