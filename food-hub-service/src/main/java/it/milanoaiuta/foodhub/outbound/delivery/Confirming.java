package it.milanoaiuta.foodhub.outbound.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.confirming.ConfirmationIdTaken;
import it.milanoaiuta.foodhub.confirming.OfflineConfirmations;
import it.milanoaiuta.foodhub.confirming.ToSettle;
import it.milanoaiuta.foodhub.confirming.ToSettleList;
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.hub.task.Task;
import it.milanoaiuta.foodhub.hub.task.Tasks;
import it.milanoaiuta.foodhub.outbound.parcel.Parcel;
import it.milanoaiuta.foodhub.outbound.parcel.Parcels;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.platform.events.Event;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.web.InvalidField;

/**
 * Books what people confirm at the door (domain, When plans and facts cross: the physical fact wins). Confirmed straight
 * from PLANNED it was loaded and nobody said so; one that no longer applies is kept to be settled, never refused for good.
 */
@ApplicationScoped
class Confirming {

    @Inject
    Deliveries deliveries;

    @Inject
    OfflineConfirmations offline;

    @Inject
    Confirmations confirmations;

    @Inject
    Loads loads;

    @Inject
    Loading loading;

    @Inject
    Returning returning;

    @Inject
    Items items;

    @Inject
    Parcels parcels;

    @Inject
    Ledger ledger;

    @Inject
    Tasks tasks;

    @Inject
    DeliveryEvents events;

    @Inject
    Outbox outbox;

    @Inject
    ToSettleList toSettle;

    /**
     * @param author who confirms; the caller has checked that she may
     * @throws ConfirmationIdTaken when something else was confirmed under the id
     * @throws InvalidField when it contradicts itself, or the delivery as she saw it
     */
    ConfirmationView confirm(UUID deliveryId, NewConfirmation said, UUID author) {
        Optional<Confirmation> before = offline.sentBefore(Confirmation.class, said.id(), deliveryId, said);
        if (before.isPresent()) {
            return ConfirmationView.of(before.get());
        }
        Delivery delivery = deliveries.locked(deliveryId);
        Confirmation confirmation = offline.keep(Confirmation.sent(deliveryId), said.id(), said, author, said.occurredAt(),
                delivery.goodsSince());
        if (bookIfItApplies(delivery, confirmation, said)) {
            confirmation.book(delivery.state());
        } else {
            confirmation.waitToBeSettled(delivery.state());
            toSettle.add(ToSettle.Kind.DELIVERY, delivery.hubId(), confirmation);
        }
        confirmations.persist(confirmation);
        return ConfirmationView.of(confirmation);
    }

    /** Books it where it applies; where the delivery has ended it applies if it says what was booked already. */
    private boolean bookIfItApplies(Delivery delivery, Confirmation confirmation, NewConfirmation said) {
        List<DeliveryLine> handedOver;
        try {
            handedOver = handedOver(delivery, said);
        } catch (InvalidField unfit) {
            if (said.seenVersion() != null && said.seenVersion() < delivery.version()
                    || !delivery.state().awaitsConfirmation()) {
                return false;
            }
            throw unfit;
        }
        if (delivery.state().awaitsConfirmation()) {
            book(delivery, confirmation, said, handedOver);
            return true;
        }
        return delivery.outcome() == said.outcome() && delivery.failureReason() == said.reason()
                && delivery.lines().equals(handedOver);
    }

    private List<DeliveryLine> handedOver(Delivery delivery, NewConfirmation said) {
        List<DeliveryLine> handedOver = HandedOver.of(loads.of(delivery), said.outcome(), said.lines());
        Map<UUID, Item> known = items.byId(said.lines().stream().map(NewConfirmation.Line::itemId).toList());
        for (int i = 0; i < said.lines().size(); i++) {
            NewConfirmation.Line line = said.lines().get(i);
            if (!known.get(line.itemId()).isCountable(line.delivered())) {
                throw new InvalidField("lines[" + i + "].delivered", "too-fine");
            }
        }
        return handedOver;
    }

    private void book(Delivery delivery, Confirmation confirmation, NewConfirmation said, List<DeliveryLine> handedOver) {
        Instant at = confirmation.ownTime();
        boolean unloaded = delivery.state() == DeliveryState.PLANNED;
        List<Movement> movements = new ArrayList<>();
        if (unloaded) {
            movements.addAll(loading.leave(delivery, handedOver, confirmation.author(), at));
        }
        handedOver.stream().filter(line -> line.delivered().signum() > 0)
                .forEach(line -> movements.add(new Movement(line.lotId(), line.delivered(), line.carriedOn(delivery),
                        Account.recipient(delivery.id()), Movement.Reason.HANDOVER, delivery.id(), confirmation.author(), at)));
        Returning.Back back = said.back() == null
                ? null
                : returning.back(delivery, handedOver, said.back(), confirmation.author());
        if (back != null) {
            movements.addAll(back.movements());
        }
        Instant now = ledger.move(movements);
        confirmation.bookedAt(now);

        List<Event> told = new ArrayList<>();
        if (unloaded) {
            loading.loaded(delivery, handedOver, confirmation.occurredAt());
            told.add(events.dispatched(delivery));
        }
        delivery.confirm(said.outcome(), said.reason(), handedOver, confirmation.occurredAt());
        settleParcels(delivery);
        lookInto(delivery);
        told.add(delivery.outcome() == Outcome.FAILED ? events.failed(delivery) : events.confirmed(delivery));
        outbox.append(told);
        if (back != null) {
            returning.finish(delivery, back, now);
        }
    }

    /** Two failures in a row open a task. */
    private void lookInto(Delivery delivery) {
        if (delivery.outcome() == Outcome.FAILED
                && deliveries.lastOutcomeBefore(delivery).filter(last -> last == Outcome.FAILED).isPresent()) {
            UUID about = delivery.kind() == DeliveryKind.HOUSEHOLD ? delivery.householdId() : delivery.needId();
            tasks.open(delivery.hubId(), Task.Kind.DELIVERY_FAILED_TWICE, about, delivery.id());
        }
    }

    private void settleParcels(Delivery delivery) {
        if (delivery.kind() != DeliveryKind.HOUSEHOLD) {
            return;
        }
        Set<UUID> reached = delivery.lines().stream().filter(line -> line.delivered().signum() > 0).map(DeliveryLine::parcelId)
                .collect(Collectors.toSet());
        for (Parcel parcel : parcels.ofDelivery(delivery.id())) {
            parcel.settle(reached.contains(parcel.id()), delivery.confirmedAt());
        }
    }
}
