package it.milanoaiuta.volunteers.shift;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.volunteers.opportunity.Opportunity;

/** Opens a shift: an organiser's own, or one for a hub's request. */
@ApplicationScoped
public class OpeningShift {

    @Inject
    Shifts shifts;

    @Inject
    ShiftRoles roles;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** @param helpRequestId the hub's request it answers, or null */
    public Shift open(UUID id, Opportunity opportunity, Instant start, Instant end, int minimumStaffing,
            List<RolePlaces> places, UUID helpRequestId) {
        Shift shift = Shift.opened(id, opportunity, start, end, minimumStaffing, helpRequestId, clock.instant());
        List<RolePlaces> sorted = places.stream().sorted(Comparator.comparing(place -> place.role().code())).toList();
        shifts.persist(shift);
        roles.persist(sorted.stream().map(place -> ShiftRole.opened(id, place)));
        outbox.append(new ShiftOpened(ShiftFacts.of(shift, sorted)));
        return shift;
    }
}
