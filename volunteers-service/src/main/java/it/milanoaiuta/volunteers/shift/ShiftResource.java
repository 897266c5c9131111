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

    /**
     * Lists the open shifts of verified organisations and hubs, by start.
     * <p>
     * For everybody; filters are cumulative. Full shifts are listed too, unless free is asked for: one can wait for them.
     *
     * @param from begins then or later; now when not given
     * @param to begins before; no end when not given
     * @param ownerId only of this organisation or hub
     * @param municipio only in this district of the city, 1 to 9
     * @param task only this kind of help
     * @param free true: only with a free place in some role, whoever waits for it
     */
    @GET
    @PermitAll
    @Transactional
    public Page<ShiftView> shifts(@RestQuery Instant from, @RestQuery Instant to, @RestQuery UUID ownerId,
            @RestQuery @Min(1) @Max(9) Integer municipio, @RestQuery Task task, @RestQuery Boolean free,
            @BeanParam @Valid Paging paging) {
        Shifts.Filter filter = new Shifts.Filter(from == null ? clock.instant() : from, to, ownerId, municipio, task,
                Boolean.TRUE.equals(free));
        return views(paging, shifts.open(filter, paging.from(filter.from(), Paging.FIRST_ID), paging.rows()));
    }

    /**
     * Lists suspended organisations' shifts that begin within 72 h, by start.
     * <p>
     * For coordinators: each is to be taken over by another organisation (POST /shifts/{shiftId}/takeover) or cancelled; what
     * nobody took is cancelled by itself at its start (domain, Organisation).
     */
    @GET
    @Path("/to-take-over")
    @RolesAllowed("coordinator")
    @Transactional
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

    /**
     * Answers with one shift and its places.
     * <p>
     * For everybody who has its address, cancelled ones too; that of an organisation which is not verified for its members and
     * coordinators only (404). The ETag is what a change of the shift must name.
     *
     * @param id the shift
     */
    @GET
    @PermitAll
    @Path("/{id}")
    @Transactional
    public RestResponse<ShiftView> shift(@RestPath UUID id) {
        Shift shift = shifts.existing(id);
        if (!caller.isCoordinator()) {
            owners.mustBeVisible(shift.owner());
        }
        return ShiftView.tagged(shift, roles.of(id));
    }
}
