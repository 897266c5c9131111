package it.milanoaiuta.volunteers.organising;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.volunteers.hub.Hubs;
import it.milanoaiuta.volunteers.opportunity.Opportunities;
import it.milanoaiuta.volunteers.opportunity.Opportunity;
import it.milanoaiuta.volunteers.opportunity.Task;
import it.milanoaiuta.volunteers.shift.OpeningShift;
import it.milanoaiuta.volunteers.shift.RolePlaces;
import it.milanoaiuta.volunteers.shift.Shift;
import it.milanoaiuta.volunteers.shift.Shift.CancelReason;
import it.milanoaiuta.volunteers.shift.Shifts;

/** A hub's request for help becomes an opportunity of the hub with one shift; withdrawn, the shift is cancelled. */
@ApplicationScoped
class HelpRequestsHeard implements Hearing {

    @Inject
    Opportunities opportunities;

    @Inject
    Shifts shifts;

    @Inject
    Hubs hubs;

    @Inject
    OpeningShift opening;

    @Inject
    CancellingShift cancelling;

    @Inject
    Clock clock;

    record HelpRequested(UUID helpRequestId, UUID hubId, Task task, Instant start, Instant end, List<RolePlaces> roles) {

        HelpRequested {
            start = start.truncatedTo(ChronoUnit.SECONDS);
            end = end.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    record HelpNoLongerNeeded(UUID helpRequestId) {}

    @Override
    public String topic() {
        return "food-hub.help-requests";
    }

    @Override
    public void register(Handlers on) {
        on.event("HelpRequested.v1", HelpRequested.class, (request, heard) -> open(request))
                .event("HelpNoLongerNeeded.v1", HelpNoLongerNeeded.class, (request, heard) -> cancel(request));
    }

    /** The ids follow from the request's, so that it can never become two shifts; asked again, the first one stands. */
    private void open(HelpRequested request) {
        if (shifts.findByIdOptional(shiftOf(request.helpRequestId)).isPresent()) {
            return;
        }
        Opportunity opportunity = Opportunity.atHub(Ids.named("help-request-opportunity:" + request.helpRequestId),
                request.hubId, request.task, hubs.findMunicipio(request.hubId).orElse(null), clock.instant());
        opportunities.persist(opportunity);
        opening.open(shiftOf(request.helpRequestId), opportunity, request.start, request.end, 0, request.roles,
                request.helpRequestId);
    }

    /** Nothing to do where a manager cancelled the shift before, or where people are already at it. */
    private void cancel(HelpNoLongerNeeded request) {
        Shift shift = shifts.locked(shiftOf(request.helpRequestId));
        if (!shift.hasStarted(clock.instant())) {
            cancelling.cancel(shift, CancelReason.HELP_NO_LONGER_NEEDED);
        }
    }

    private static UUID shiftOf(UUID helpRequest) {
        return Ids.named("help-request-shift:" + helpRequest);
    }
}
