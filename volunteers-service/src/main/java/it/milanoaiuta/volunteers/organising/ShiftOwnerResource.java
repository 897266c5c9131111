package it.milanoaiuta.volunteers.organising;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.NotFound;
import it.milanoaiuta.platform.web.Version;
import it.milanoaiuta.volunteers.opportunity.Opportunities;
import it.milanoaiuta.volunteers.owner.Owner;
import it.milanoaiuta.volunteers.owner.Owners;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.Shift.CancelReason;
import it.milanoaiuta.volunteers.shift.ShiftRoles;
import it.milanoaiuta.volunteers.shift.ShiftStarted;
import it.milanoaiuta.volunteers.shift.ShiftView;
import it.milanoaiuta.volunteers.shift.Shifts;

/** What is decided about a shift that people may have signed up for: by its owner, of a suspended one by the coordinator. */
@Path("/api/v1/shifts")
@Authenticated
@Tag(name = "Shifts")
public class ShiftOwnerResource {

    @Inject
    Shifts shifts;

    @Inject
    ShiftRoles roles;

    @Inject
    ChangingShift changing;

    @Inject
    CancellingShift cancelling;

    @Inject
    Owners owners;

    @Inject
    Opportunities opportunities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    @PATCH
    @Path("/{shiftId}")
    @Transactional
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Move a shift that has not begun, or change its places; for its owner", description = "What is left out stays. People are told of a new time; free places go to whoever waits. 409 with their "
            + "number when more people hold a place than there would be, or when confirmed people would be in two places at once "
            + "and are not to be released.")
    public RestResponse<ShiftView> changeShift(@RestPath UUID shiftId, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Parameter(description = "let those go who would be in two places at once; they are told") @RestQuery Boolean release,
            @NotNull @Valid ShiftChange change) {
        Shift shift = shifts.locked(shiftId);
        owners.mustPublishFor(shift.owner());
        changing.change(shift, Version.seen(ifMatch), change, Boolean.TRUE.equals(release));
        return ShiftView.tagged(shifts.existing(shiftId), roles.of(shiftId));
    }

    @DELETE
    @Path("/{shiftId}")
    @Transactional
    @Operation(summary = "Cancel a shift that has not begun and tell everybody in it; for its owner, for a coordinator while its organisation is suspended. Repeating it is harmless")
    public void cancelShift(@RestPath UUID shiftId) {
        Shift shift = shifts.locked(shiftId);
        CancelReason reason = isCitys(shift) ? CancelReason.ORGANISATION_SUSPENDED : CancelReason.OWNER;
        if (reason == CancelReason.OWNER) {
            owners.mustActFor(shift.owner());
        }
        if (!shift.isCancelled() && shift.hasStarted(clock.instant())) {
            throw new ShiftStarted();
        }
        cancelling.cancel(shift, reason);
    }

    private boolean isCitys(Shift shift) {
        return caller.isCoordinator() && isFrozen(shift);
    }

    /** That stays so until the transaction ends. */
    private boolean isFrozen(Shift shift) {
        return !owners.isVerified(shift.owner()) && shifts.isFrozen(shift);
    }

    @POST
    @Path("/{shiftId}/takeover")
    @RolesAllowed("coordinator")
    @Idempotent
    @Operation(summary = "Another verified organisation takes over a shift of a suspended one", description = "With everybody in it; they are told. Its members decide about it from now on.")
    public RestResponse<ShiftView> takeOver(@RestPath UUID shiftId, @NotNull @Valid Takeover takeover) {
        request.claim();
        Shift shift = shifts.locked(shiftId);
        Owner another = NotFound.inField("organisationId", () -> owners.verifiedOrganisation(takeover.organisationId()));
        owners.mustNotActFor(another);
        if (!another.equals(shift.owner())) {
            if (!isFrozen(shift)) {
                throw new ShiftNotFrozen();
            }
            changing.takeOver(shift, opportunities.organisedBy(another, shift.opportunity()));
        }
        return ShiftView.tagged(shifts.existing(shiftId), roles.of(shiftId));
    }
}
