package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.roster.Roster;
import it.milanoaiuta.foodhub.hub.Managers;
import it.milanoaiuta.platform.events.Freshness;
import it.milanoaiuta.platform.web.Caller;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;

/** Who may see and confirm a delivery, and who may be given one. */
@ApplicationScoped
class DeliveryScope {

    @Inject
    Caller caller;

    @Inject
    Managers managers;

    @Inject
    Roster roster;

    @Inject
    Freshness freshness;

    @Inject
    DeliveryRules rules;

    @Inject
    Clock clock;

    /**
     * The hub's managers and who carries it.
     *
     * @throws NotFound for everybody else
     */
    void mustSee(Delivery delivery) {
        UUID person = caller.person();
        if (!managers.isManagedByCaller(delivery.hubId())
                && !(delivery.assignees().contains(person) && isOnRoster(delivery, person))) {
            throw new NotFound();
        }
    }

    /**
     * The same, of who says what became of it.
     *
     * @return the caller's subject
     * @throws NotFound for everybody else
     * @throws it.milanoaiuta.platform.events.CopyLags 503 when our copy of the shifts is too old to decide
     */
    UUID mustCarry(Delivery delivery) {
        UUID person = caller.person();
        if (!managers.isManagedByCaller(delivery.hubId())) {
            mustBeAssigned(delivery, person);
            mustBeOnRoster(delivery, person);
        }
        return person;
    }

    /**
     * Who brings it and may know the door now: assigned, and still on the roster or manager. A manager who does not bring it
     * reads the contact as a manager.
     *
     * @return the caller's subject
     * @throws NotFound for everybody else, and at any other time
     * @throws it.milanoaiuta.platform.events.CopyLags 503 when our copy of the shifts is too old to decide
     */
    UUID mustComeToTheDoor(Delivery delivery) {
        UUID person = caller.person();
        mustBeAssigned(delivery, person);
        mustBeTime(delivery, Instant.MIN);
        if (!managers.isManagedByCaller(delivery.hubId())) {
            mustBeOnRoster(delivery, person);
            mustBeTime(delivery, roster.startOf(delivery.hubId(), delivery.plannedFor(), person));
        }
        return person;
    }

    private void mustBeTime(Delivery delivery, Instant shiftStart) {
        if (!delivery.showsTheDoor(clock.instant(), shiftStart, rules)) {
            throw new NotFound();
        }
    }

    private static void mustBeAssigned(Delivery delivery, UUID person) {
        if (!delivery.assignees().contains(person)) {
            throw new NotFound();
        }
    }

    private void mustBeOnRoster(Delivery delivery, UUID person) {
        freshness.mustBeRecent(Roster.TOPIC);
        if (!isOnRoster(delivery, person)) {
            throw new NotFound();
        }
    }

    /** Of the delivery's day: a shift of another one carries nothing, and neither does one she left. */
    private boolean isOnRoster(Delivery delivery, UUID person) {
        return !roster.confirmedAmong(delivery.hubId(), delivery.plannedFor(), List.of(person)).isEmpty();
    }

    /**
     * Who brings goods of a hub is confirmed on one of its shifts that day, or manages it that day. Nobody assigns herself.
     *
     * @param already who was assigned before, by somebody else
     * @throws InvalidField naming who is neither, is named twice, or names herself
     * @throws it.milanoaiuta.platform.events.CopyLags 503 when our copy of the shifts is too old to decide
     */
    void mustBeCarriers(UUID hubId, LocalDate day, List<UUID> assignees, Set<UUID> already) {
        if (assignees.isEmpty()) {
            return;
        }
        freshness.mustBeRecent(Roster.TOPIC);
        Set<UUID> carriers = roster.confirmedAmong(hubId, day, assignees);
        carriers.addAll(managers.on(hubId, day));
        for (int i = 0; i < assignees.size(); i++) {
            UUID person = assignees.get(i);
            if (assignees.indexOf(person) < i) {
                throw new InvalidField("assignees[" + i + "]", "assignee-twice");
            }
            if (!carriers.contains(person)) {
                throw new InvalidField("assignees[" + i + "]", "not-on-roster");
            }
            if (person.equals(caller.person()) && !already.contains(person)) {
                throw new InvalidField("assignees[" + i + "]", "assigns-herself");
            }
        }
    }
}
