package it.milanoaiuta.foodhub.hub.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.roster.Roster;
import it.milanoaiuta.foodhub.copies.roster.RosterChanged;

/** Tells each request for help how its shift stands. */
@ApplicationScoped
class StaffingRequests {

    @Inject
    HelpRequests requests;

    @Inject
    Roster roster;

    void staff(@Observes RosterChanged changed) {
        if (changed.helpRequestId() != null) {
            requests.findLocked(changed.helpRequestId())
                    .ifPresent(request -> request.staffedBy(roster.placesByRole(request.id()),
                            roster.confirmedByRole(request.id()), roster.isCancelled(request.id())));
        }
    }
}
