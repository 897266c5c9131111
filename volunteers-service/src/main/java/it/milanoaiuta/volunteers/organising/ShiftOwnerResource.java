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

    /**
     * Moves a shift that has not begun, or changes its places.
     * <p>
     * For whoever acts for its verified owner. What is left out stays. People are told of a new time and stay signed up; places
     * that come free go to whoever waits; ShiftChanged tells the hub. Refused: 409 places-taken when more people hold a place
     * in a role than there would be, confirmed-elsewhere with their number when confirmed people would be in two places at once
     * and are not to be released, shift-started, shift-cancelled, organisation-not-verified; 503 copy-lags when it is not known
     * surely who manages the hub.
     *
     * @param id the shift
     * @param ifMatch the ETag the change was decided on; who signs up does not change it
     * @param release true lets those go who would be in two places at once; they are told. False when not given
     */
    @PATCH
    @Path("/{id}")
    @Transactional
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public RestResponse<ShiftView> changeShift(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @RestQuery Boolean release, @NotNull @Valid ShiftChange change) {
        Shift shift = shifts.locked(id);
        owners.mustPublishFor(shift.owner());
        changing.change(shift, Version.seen(ifMatch), change, Boolean.TRUE.equals(release));
        return ShiftView.tagged(shifts.existing(id), roles.of(id));
    }

    /**
     * Cancels a shift that has not begun, with all its sign-ups.
     * <p>
     * For whoever acts for its owner, and for a coordinator while its organisation is suspended. Everybody in it, waiting too,
     * is told; ShiftCancelled tells the hub. Repeating it changes nothing. Refused: 409 shift-started.
     *
     * @param id the shift
     */
    @DELETE
    @Path("/{id}")
    @Transactional
    public void cancelShift(@RestPath UUID id) {
        Shift shift = shifts.locked(id);
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

    /**
     * Gives a suspended organisation's shift to another verified one, with everybody in it.
     * <p>
     * For a coordinator who does not act for the one that takes over (403 own-organisation). People are told and keep their
     * places; the other organisation's members decide about it from now on, in an opportunity of its own. Repeating it changes
     * nothing. Refused: 409 shift-not-frozen, shift-started, shift-cancelled, organisation-not-verified (domain, Organisation).
     *
     * @param shiftId the shift, one of GET /shifts/to-take-over
     * @return the shift under its new owner
     */
    @POST
    @Path("/{shiftId}/takeover")
    @RolesAllowed("coordinator")
    @Idempotent
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
