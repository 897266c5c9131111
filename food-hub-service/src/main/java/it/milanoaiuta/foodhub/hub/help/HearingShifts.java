package it.milanoaiuta.foodhub.hub.help;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import it.milanoaiuta.platform.events.Hearing;

/** Keeps the roster of the hubs, and tells each request for help how its shift stands. Shifts of organisations are not ours. */
@ApplicationScoped
public class HearingShifts implements Hearing {

    @Inject
    Roster roster;

    @Inject
    HelpRequests requests;

    @Inject
    Event<RosterLeft> rosterLeft;

    record Told(UUID shiftId, String ownerKind, UUID ownerId, UUID helpRequestId, Instant start, Instant end,
            List<Places> roles) {

        Told {
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
        on.event("ShiftOpened.v1", Told.class, (event, heard) -> opened(event))
                .event("ShiftChanged.v1", Told.class, (event, heard) -> changed(event))
                .event("ShiftCancelled.v1", Cancelled.class, (event, heard) -> cancelled(event))
                .event("VolunteerConfirmed.v1", Confirmed.class, (event, heard) -> confirmed(event))
                .event("VolunteerLeft.v1", Left.class, (event, heard) -> left(event));
    }

    private void opened(Told event) {
        if (isHubs(event.ownerKind)) {
            RosterShift shift = told(event);
            shift.cancelled = false;
            tellRequest(shift);
        }
    }

    /** Another time, other places; a cancelled one stays cancelled. */
    private void changed(Told event) {
        if (isHubs(event.ownerKind)) {
            RosterShift shift = told(event);
            tellRequest(shift);
            leftAlone(shift, roster.subjectsOf(shift.id));
        }
    }

    private RosterShift told(Told event) {
        RosterShift shift = shift(event.shiftId, event.ownerId, event.start, event.end);
        shift.helpRequestId = event.helpRequestId;
        shift.offer(event.roles.stream().collect(Collectors.toMap(Places::role, Places::capacity)));
        return shift;
    }

    private void cancelled(Cancelled event) {
        roster.shift(event.shiftId).ifPresent(shift -> {
            shift.cancelled = true;
            tellRequest(shift);
            leftAlone(shift, roster.subjectsOf(shift.id));
        });
    }

    private void confirmed(Confirmed event) {
        if (isHubs(event.ownerKind)) {
            RosterPlace place = roster.findByIdOptional(event.signUpId).orElseGet(RosterPlace::new);
            place.signUpId = event.signUpId;
            place.shift = shift(event.shiftId, event.ownerId, event.start, event.end);
            place.personId = event.personId;
            place.subject = event.subject;
            place.role = event.role;
            roster.persist(place);
            tellRequest(place.shift);
        }
    }

    private void left(Left event) {
        roster.findByIdOptional(event.signUpId).ifPresent(place -> {
            roster.delete(place);
            tellRequest(place.shift);
            if (place.subject != null) {
                leftAlone(place.shift, Set.of(place.subject));
            }
        });
    }

    private void leftAlone(RosterShift shift, Set<UUID> subjects) {
        if (!subjects.isEmpty()) {
            roster.flush(); // who listens asks the database who is still there
            rosterLeft.fire(new RosterLeft(shift.hubId, subjects));
        }
    }

    private RosterShift shift(UUID id, UUID hubId, Instant start, Instant end) {
        RosterShift shift = roster.shift(id).orElseGet(RosterShift::new);
        shift.id = id;
        shift.hubId = hubId;
        shift.startsAt = start;
        shift.endsAt = end;
        roster.getEntityManager().persist(shift);
        return shift;
    }

    private void tellRequest(RosterShift shift) {
        if (shift.helpRequestId != null) {
            requests.locked(shift.helpRequestId).ifPresent(request -> request.staffedBy(roster.placesByRole(request.id),
                    roster.confirmedByRole(request.id), roster.isCancelled(request.id)));
        }
    }

    private static boolean isHubs(String ownerKind) {
        return "HUB".equals(ownerKind);
    }
}
