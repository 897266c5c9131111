package it.milanoaiuta.volunteers.shift;

import java.time.Clock;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.Authenticated;
import it.milanoaiuta.platform.requests.Idempotent;
import it.milanoaiuta.platform.requests.RequestKey;
import it.milanoaiuta.platform.web.Created;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.volunteers.opportunity.Opportunities;
import it.milanoaiuta.volunteers.opportunity.Opportunity;
import it.milanoaiuta.volunteers.owner.Owners;

/** Shifts: when the help of an opportunity is wanted, and how many in each role. */
@Path("/api/v1/opportunities")
@Authenticated
@Tag(name = "Shifts")
public class OpportunityShiftResource {

    @Inject
    Opportunities opportunities;

    @Inject
    OpeningShift opening;

    @Inject
    ShiftRoles roles;

    @Inject
    Owners owners;

    @Inject
    ShiftRules rules;

    @Inject
    Clock clock;

    @Inject
    RequestKey request;

    /**
     * Opens a shift of an opportunity; people may sign up at once.
     * <p>
     * For whoever acts for the opportunity's verified owner. ShiftOpened tells the hub. Refused: 409 organisation-not-verified,
     * 503 copy-lags when it is not known surely who manages the hub.
     *
     * @param id the opportunity
     */
    @POST
    @Path("/{id}/shifts")
    @Idempotent
    @ResponseStatus(201)
    public RestResponse<ShiftView> openShift(@RestPath UUID id, @NotNull @Valid NewShift wanted) {
        Opportunity opportunity = opportunities.existing(id);
        owners.mustActFor(opportunity.owner());
        request.claim();
        owners.mustPublishFor(opportunity.owner());
        wanted.mustHaveKnownRoles();
        wanted.mustBePossible(rules, clock.instant());
        Shift shift = opening.open(Ids.next(), opportunity, wanted.start(), wanted.end(), wanted.minimumStaffing(),
                wanted.roles(), null);
        return Created.at("/api/v1/shifts/" + shift.id(), ShiftView.of(shift, roles.of(shift.id())));
    }
}
