package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.need.Needs;
import it.milanoaiuta.foodhub.inbound.receipt.NeedDeliveries;
import it.milanoaiuta.foodhub.outbound.parcel.HandOverRules;
import it.milanoaiuta.foodhub.outbound.parcel.Parcel;
import it.milanoaiuta.foodhub.outbound.parcel.ParcelNotFree;
import it.milanoaiuta.foodhub.outbound.parcel.Parcels;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;

/** What a manager plans: which goods, for which day, by whom; and takes back. */
@ApplicationScoped
class Planning {

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryScope scope;

    @Inject
    Loads loads;

    @Inject
    Loading loading;

    @Inject
    Parcels parcels;

    @Inject
    Needs needs;

    @Inject
    NeedDeliveries needDeliveries;

    @Inject
    DeliveryEvents events;

    @Inject
    Outbox outbox;

    @Inject
    HandOverRules rules;

    @Inject
    Clock clock;

    /**
     * What was planned, each part read once.
     *
     * @param parcels none of goods for a need
     */
    record Planned(Delivery delivery, List<Parcel> parcels, List<DeliveryLine> goods) {}

    /**
     * @throws NotFound for a parcel that is not of the hub
     * @throws ParcelNotFree for one that is with a delivery already
     * @throws DeliveryOutdated when goods of a parcel may not reach people on the day
     * @throws EntitlementUsed when the household has its parcel of that week
     * @throws NothingSetAside when the hub holds nothing for the need
     */
    Planned plan(NewDelivery asked) {
        asked.mustBeWhole();
        mustBeAhead(asked.plannedFor());
        if (asked.kind() == DeliveryKind.NEED) {
            return change(toNeed(asked), new Plan(asked.plannedFor(), asked.assignees()));
        }
        scope.mustBeCarriers(asked.hubId(), asked.plannedFor(), asked.assignees(), Set.of());
        return plan(toHousehold(asked), asked.plannedFor(), asked.assignees());
    }

    private Planned toHousehold(NewDelivery asked) {
        List<Parcel> chosen = parcels.locked(asked.parcelIds());
        if (chosen.size() < asked.parcelIds().size()
                || chosen.stream().anyMatch(parcel -> !parcel.hubId().equals(asked.hubId()))) {
            throw new NotFound("parcelIds");
        }
        Set<UUID> households = chosen.stream().map(parcel -> parcel.householdId()).collect(Collectors.toSet());
        if (households.size() > 1) {
            throw new InvalidField("parcelIds", "parcels-of-several-households");
        }
        chosen.forEach(parcel -> parcel.mustBeFree());
        Delivery delivery = Delivery.toHousehold(asked.hubId(), chosen.get(0).householdId(), asked.plannedFor(),
                clock.instant());
        deliveries.persist(delivery);
        chosen.forEach(parcel -> parcel.joinDelivery(delivery.id()));
        return new Planned(delivery, chosen, loads.packed(chosen));
    }

    private Delivery toNeed(NewDelivery asked) {
        if (needs.findById(asked.needId()) == null) {
            throw new NothingSetAside();
        }
        needs.locked(List.of(asked.needId()));
        return deliveries.plannedForNeed(asked.hubId(), asked.needId()).orElseThrow(NothingSetAside::new);
    }

    /**
     * @throws DeliveryNotInState when it is not PLANNED
     * @throws DeliveryOutdated when goods of a parcel may not reach people on the day
     * @throws EntitlementUsed when the household has its parcel of that week
     */
    Planned change(Delivery delivery, Plan plan) {
        mustBeAhead(plan.plannedFor());
        scope.mustBeCarriers(delivery.hubId(), plan.plannedFor(), plan.assignees(), delivery.assignees());
        return plan(as(delivery), plan.plannedFor(), plan.assignees());
    }

    private Planned as(Delivery delivery) {
        if (delivery.kind() == DeliveryKind.NEED || delivery.state() != DeliveryState.PLANNED) {
            return new Planned(delivery, List.of(), loads.of(delivery));
        }
        List<Parcel> packed = parcels.ofDelivery(delivery.id());
        return new Planned(delivery, packed, loads.packed(packed));
    }

    /** The day it is planned for is the day its parcels are handed over: their dates and their week are those of it. */
    private Planned plan(Planned planned, LocalDate day, List<UUID> assignees) {
        Delivery delivery = planned.delivery;
        delivery.plan(day, assignees);
        if (delivery.kind() == DeliveryKind.HOUSEHOLD) {
            loading.mustBeGoodOn(delivery.hubId(), planned.goods, day);
            parcels.handOverOn(day, planned.parcels);
        }
        outbox.append(events.planned(delivery, planned.goods));
        return planned;
    }

    /**
     * Parcels stay packed for another delivery; goods set aside for a need are free. Again changes nothing.
     *
     * @throws DeliveryNotInState when it has left
     */
    void cancel(Delivery delivery) {
        if (delivery.state() == DeliveryState.CANCELLED) {
            return;
        }
        delivery.mustBe(DeliveryState.PLANNED);
        if (delivery.kind() == DeliveryKind.NEED) {
            needDeliveries.cancel(delivery.id());
            return;
        }
        parcels.ofDelivery(delivery.id()).forEach(parcel -> parcel.leaveDelivery());
        delivery.cancel();
        outbox.append(events.cancelled(delivery));
    }

    private void mustBeAhead(LocalDate day) {
        LocalDate today = CityTime.today(clock);
        long daysAhead = rules.ahead().toDays();
        if (day.isBefore(today) || day.isAfter(today.plusDays(daysAhead))) {
            throw new InvalidField("plannedFor", "day-not-ahead", daysAhead);
        }
    }
}
