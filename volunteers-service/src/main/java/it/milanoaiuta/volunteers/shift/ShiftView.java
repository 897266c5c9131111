package it.milanoaiuta.volunteers.shift;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import it.milanoaiuta.volunteers.opportunity.OpportunityView;

/**
 * A shift as everybody sees it.
 *
 * @param minimumStaffing people without whom it cannot be held
 */
public record ShiftView(UUID id, OpportunityView opportunity, Instant start, Instant end, Shift.State state,
        int minimumStaffing, List<Places> roles) {

    /**
     * @param taken held by somebody, at most the capacity
     * @param waiting on the waiting list
     */
    public record Places(Role role, int capacity, int taken, int waiting) {

        static Places of(ShiftRole role) {
            return new Places(role.role(), role.capacity, role.taken, role.waiting);
        }
    }

    static ShiftView of(Shift shift, List<ShiftRole> roles) {
        return new ShiftView(shift.id, OpportunityView.of(shift.opportunity), shift.startsAt, shift.endsAt, shift.state,
                shift.minimumStaffing, roles.stream().map(Places::of).toList());
    }
}
