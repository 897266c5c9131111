package it.milanoaiuta.foodhub.copies.roster;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;

/** Keeps the roster of the hubs. Shifts of organisations are not ours. */
@ApplicationScoped
public class ShiftsHeard implements Hearing {

    @Inject
    Roster roster;

    @Inject
    Event<RosterChanged> rosterChanged;

    record Shift(UUID shiftId, String ownerKind, UUID ownerId, UUID helpRequestId, Instant start, Instant end,
            List<Places> roles) {

        Shift {
            roles = roles == null ? List.of() : roles;
        }
    }

    record Places(String role, int capacity) {}

    record Cancelled(UUID shiftId) {}

    record Confirmed(UUID shiftId, UUID signUpId, UUID personId, UUID subject, String role, String ownerKind, UUID ownerId,
            Instant start, Instant end) {}

    record Left(UUID shiftId, UUID signUpId) {}

    @Override
    public String topic() {
        return Roster.TOPIC;
    }

    @Override
    public void register(Handlers on) {
        on.event("ShiftOpened.v1", Shift.class, (event, heard) -> opened(event))
                .event("ShiftChanged.v1", Shift.class, (event, heard) -> changed(event))
                .event("ShiftCancelled.v1", Cancelled.class, (event, heard) -> cancelled(event))
                .event("VolunteerConfirmed.v1", Confirmed.class, (event, heard) -> confirmed(event))
                .event("VolunteerLeft.v1", Left.class, (event, heard) -> left(event));
    }

    private void opened(Shift event) {
        if (isHubs(event.ownerKind)) {
            RosterShift shift = copy(event);
            shift.open();
            changed(shift, Set.of());
        }
    }

    /** Another time, other places; a cancelled one stays cancelled. */
    private void changed(Shift event) {
        if (isHubs(event.ownerKind)) {
            RosterShift shift = copy(event);
            changed(shift, roster.subjectsOf(shift.id()));
        }
    }

    private RosterShift copy(Shift event) {
        RosterShift shift = shift(event.shiftId, event.ownerId, event.start, event.end);
        shift.offer(event.helpRequestId, event.roles.stream().collect(Collectors.toMap(Places::role, Places::capacity)));
        return shift;
    }

    private void cancelled(Cancelled event) {
        roster.findShift(event.shiftId).ifPresent(shift -> {
            shift.cancel();
            changed(shift, roster.subjectsOf(shift.id()));
        });
    }

    private void confirmed(Confirmed event) {
        if (isHubs(event.ownerKind)) {
            RosterPlace place = roster.findByIdOptional(event.signUpId).orElseGet(() -> RosterPlace.heardOf(event.signUpId));
            place.confirm(shift(event.shiftId, event.ownerId, event.start, event.end), event.personId, event.subject,
                    event.role);
            roster.persist(place);
            changed(place.shift(), Set.of());
        }
    }

    private void left(Left event) {
        roster.findByIdOptional(event.signUpId).ifPresent(place -> {
            roster.delete(place);
            changed(place.shift(), place.subject() == null ? Set.of() : Set.of(place.subject()));
        });
    }

    private void changed(RosterShift shift, Set<UUID> left) {
        roster.flush(); // who listens asks the database who is there
        rosterChanged.fire(new RosterChanged(shift.hubId(), shift.helpRequestId(), left));
    }

    private RosterShift shift(UUID id, UUID hubId, Instant start, Instant end) {
        RosterShift shift = roster.findShift(id).orElseGet(() -> RosterShift.heardOf(id));
        shift.plan(hubId, start, end);
        roster.getEntityManager().persist(shift);
        return shift;
    }

    private static boolean isHubs(String ownerKind) {
        return "HUB".equals(ownerKind);
    }
}
