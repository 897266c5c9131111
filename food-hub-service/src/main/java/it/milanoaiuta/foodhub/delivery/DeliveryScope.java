package it.milanoaiuta.foodhub.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.defaults.Caller;
import it.milanoaiuta.defaults.InvalidField;
import it.milanoaiuta.defaults.NotFound;
import it.milanoaiuta.delivery.Freshness;
import it.milanoaiuta.foodhub.help.Roster;
import it.milanoaiuta.foodhub.hub.Managers;

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
    Clock clock;

    /**
     * The hub's managers and the people it is assigned to.
     *
     * @return the caller's subject
     * @throws NotFound for everybody else
     */
    UUID mustCarry(Delivery delivery) {
        UUID person = caller.person();
        if (!delivery.assignees.contains(person) && !managers.isManager(delivery.hubId, person)) {
            throw new NotFound();
        }
        return person;
    }

    /**
     * Who brings it and may know the door now: assigned, and still of the hub. A manager who does not bring it reads the contact
     * as a manager.
     *
     * @return the caller's subject
     * @throws NotFound for everybody else, and at any other time
     * @throws it.milanoaiuta.delivery.CopyLags 503 when our copy of the shifts is too old to decide
     */
    UUID mustComeToTheDoor(Delivery delivery) {
        UUID person = caller.person();
        if (!delivery.assignees.contains(person) || !delivery.showsTheDoor(clock.instant())) {
            throw new NotFound();
        }
        if (!managers.isManager(delivery.hubId, person)) {
            freshness.require(Roster.TOPIC);
            if (roster.confirmedAmong(delivery.hubId, List.of(person)).isEmpty()) {
                throw new NotFound();
            }
        }
        return person;
    }

    /**
     * Who brings goods of a hub is confirmed on one of its shifts, or manages it.
     *
     * @throws InvalidField naming who is neither, or is named twice
     * @throws it.milanoaiuta.delivery.CopyLags 503 when our copy of the shifts is too old to decide
     */
    void checkAssignees(UUID hubId, List<UUID> assignees) {
        if (assignees.isEmpty()) {
            return;
        }
        freshness.require(Roster.TOPIC);
        Set<UUID> confirmed = roster.confirmedAmong(hubId, assignees);
        for (int i = 0; i < assignees.size(); i++) {
            UUID person = assignees.get(i);
            if (assignees.indexOf(person) < i) {
                throw new InvalidField("assignees[" + i + "]", "assignee-twice");
            }
            if (!confirmed.contains(person) && !managers.isManager(hubId, person)) {
                throw new InvalidField("assignees[" + i + "]", "not-on-roster");
            }
        }
    }
}
