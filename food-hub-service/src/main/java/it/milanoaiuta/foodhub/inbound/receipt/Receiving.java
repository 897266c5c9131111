package it.milanoaiuta.foodhub.inbound.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.confirming.ConfirmationIdTaken;
import it.milanoaiuta.foodhub.confirming.OfflineConfirmations;
import it.milanoaiuta.foodhub.confirming.ToSettle;
import it.milanoaiuta.foodhub.confirming.ToSettleList;
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.copies.need.Need;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;
import it.milanoaiuta.platform.events.Outbox;
import it.milanoaiuta.platform.web.CityTime;
import it.milanoaiuta.platform.web.Violation;

/**
 * Confirms what came. The physical fact wins: a confirmation that does not fit what others confirmed meanwhile is kept to be
 * settled, never refused for good (domain, Confirmations made offline).
 * <p>
 * Locks: the confirmation's id, the arrival, what goes back of it, the needs, the balances.
 */
@ApplicationScoped
public class Receiving {

    @Inject
    OfflineConfirmations confirmations;

    @Inject
    Arrivals arrivals;

    @Inject
    Receipts receipts;

    @Inject
    Items items;

    @Inject
    Lots lots;

    @Inject
    Unloading unloading;

    @Inject
    ServingNeeds servingNeeds;

    @Inject
    SendingBack sendingBack;

    @Inject
    ToSettleList toSettle;

    @Inject
    Ledger ledger;

    @Inject
    Outbox outbox;

    /**
     * @param manager who confirms; the caller has checked that the arrival is of her hub
     * @return what became of it: booked, or to be settled
     * @throws ConfirmationIdTaken the id belongs to another confirmation
     * @throws ReceiptInvalid it contradicts itself, or the arrival as she saw it
     * @throws ArrivalClosed she saw that it is closed, or nothing comes by it
     */
    public ReceiptView receive(UUID arrivalId, NewReceipt request, UUID manager) {
        Optional<Receipt> before = confirmations.sentBefore(Receipt.class, request.id(), arrivalId, request);
        if (before.isPresent()) {
            return confirmations.repeated(before.get().answer(), ReceiptView.class);
        }
        Arrival arrival = arrivals.locked(arrivalId);
        if (!arrival.comes()) {
            throw new ArrivalClosed();
        }
        Receipt receipt = confirmations.keep(Receipt.sent(arrivalId, request.close()), request.id(), request, manager,
                request.occurredAt(), arrival.earliest());
        ReceiptCheck check = check(arrival, request, receipt);
        List<ReceiptCheck.Line> lines = check.lines();
        List<Violation> unfit = check.unfit(lines);
        if (unfit.isEmpty() && !arrival.isClosed()) {
            return book(arrival, receipt, lines);
        }
        if (!isOutdated(request, arrival)) {
            throw arrival.isClosed() ? new ArrivalClosed() : new ReceiptInvalid(unfit);
        }
        receipt.waitToBeSettled();
        lines.forEach(line -> receipt
                .add(ReceiptLine.said(receipt, line.index(), line.item().id(), line.line(), line.said(), false), line.said()));
        toSettle.add(ToSettle.Kind.RECEIPT, arrival.hubId(), receipt);
        return keep(arrival, receipt, List.of());
    }

    /**
     * Books on its own arrival, open or closed, what came besides what is booked there.
     *
     * @param besides accepted is at most {@link ArrivalLine#room}
     * @throws ReceiptInvalid it contradicts itself
     */
    void receiveBesides(Arrival arrival, NewReceipt besides, UUID manager) {
        Receipt receipt = confirmations.keep(Receipt.sent(arrival.id(), false), besides.id(), besides, manager,
                besides.occurredAt(),
                arrival.earliest());
        book(arrival, receipt, check(arrival, besides, receipt).lines());
    }

    private ReceiptCheck check(Arrival arrival, NewReceipt request, Receipt receipt) {
        return new ReceiptCheck(arrival, request, itemsOf(arrival, request), lotsOf(arrival),
                CityTime.dayOf(receipt.occurredAt()));
    }

    /** Others confirmed since she looked; without a version, since the arrival was new. */
    private static boolean isOutdated(NewReceipt request, Arrival arrival) {
        return request.seenVersion() != null
                ? request.seenVersion() < arrival.version()
                : arrival.state() == Arrival.State.RECEIVING || arrival.isClosed();
    }

    private Map<UUID, Item> itemsOf(Arrival arrival, NewReceipt request) {
        return items.byId(Stream.concat(arrival.lines().stream().map(line -> line.itemId()),
                request.lines().stream().map(NewReceipt.Line::itemId).filter(Objects::nonNull)).collect(Collectors.toSet()));
    }

    private Map<UUID, Lot> lotsOf(Arrival arrival) {
        return lots.byId(arrival.lines().stream().map(line -> line.lotId()).filter(Objects::nonNull).toList());
    }

    private ReceiptView book(Arrival arrival, Receipt receipt, List<ReceiptCheck.Line> lines) {
        receipt.book();
        Unloaded unloaded = unloading.unload(arrival, receipt, lines);
        arrival.confirmed(receipt.closes());
        arrivals.flush();
        boolean rest = arrivals.expectTheRest(arrival);
        sendingBack.expect(arrival, receipt);
        Map<UUID, Need> wanting = servingNeeds.locked(unloaded.taken());
        Instant now = ledger.move(unloaded.movements());
        receipt.bookedAt(now);
        receipt.deliveryIds().addAll(servingNeeds.deliver(arrival, unloaded.taken(), wanting));
        ReceiptView answer = keep(arrival, receipt, unloaded.taken());
        if (arrival.kind() == Arrival.Kind.DONATION) {
            outbox.append(DonationReceived.of(arrival, receipt, rest));
        }
        return answer;
    }

    private ReceiptView keep(Arrival arrival, Receipt receipt, List<Unloaded.Taken> taken) {
        ReceiptView answer = ReceiptView.of(receipt, arrival, taken.stream().map(Unloaded.Taken::view).toList());
        receipt.answered(confirmations.write(answer));
        receipts.persist(receipt);
        return answer;
    }
}
