package it.milanoaiuta.foodhub.inbound.receipt;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.need.Needs;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.foodhub.stock.StockShort;
import it.milanoaiuta.platform.events.Outbox;

/**
 * Takes a confirmation back while everything it brought is untouched: everything it moved goes back where it came from.
 * <p>
 * Locks: the arrival, what goes back of it, the needs, the balances.
 */
@ApplicationScoped
class UndoingReceipts {

    @Inject
    Arrivals arrivals;

    @Inject
    Receipts receipts;

    @Inject
    SendingBack sendingBack;

    @Inject
    Needs needs;

    @Inject
    NeedDeliveries deliveries;

    @Inject
    Ledger ledger;

    @Inject
    TouchedLots touched;

    @Inject
    Lots lots;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * Undoing twice does nothing more.
     *
     * @throws ReceiptTouched when something of it has moved on, is set aside, or is loaded
     * @throws ReceiptNotBooked when it waits to be settled, or was settled
     */
    ReceiptView undo(UUID receiptId, UUID manager) {
        Receipt receipt = receipts.existing(receiptId);
        Arrival arrival = arrivals.locked(receipt.arrivalId());
        receipts.getEntityManager().refresh(receipt);
        switch (receipt.state()) {
            case TO_SETTLE, SETTLED -> throw new ReceiptNotBooked();
            case BOOKED -> takeBack(arrival, receipt, manager);
            case UNDONE -> {
                // once is enough
            }
        }
        return ReceiptView.of(receipt, arrival, taken(receipt, arrival.hubId()));
    }

    /** What it brought into the hub, lot by lot. */
    private List<ReceiptView.TakenLot> taken(Receipt receipt, UUID hubId) {
        List<Movement> broughtIn = ledger.broughtIn(receipt.id(), hubId);
        Map<UUID, Lot> known = lots.byId(broughtIn.stream().map(Movement::lotId).distinct().toList());
        return broughtIn.stream()
                .map(movement -> new ReceiptView.TakenLot(movement.lotId(), known.get(movement.lotId()).itemId(),
                        movement.quantity(), movement.to().kind() == Account.Kind.QUARANTINE))
                .toList();
    }

    private void takeBack(Arrival arrival, Receipt receipt, UUID manager) {
        for (ReceiptLine confirmed : receipt.lines()) {
            ArrivalLine line = arrival.line(confirmed.arrivalLineId()).orElseThrow();
            line.takeBack(confirmed.counted());
            if (line.missing().signum() < 0) {
                throw touched.foundSince(line.itemId());
            }
            sendingBack.giveUp(arrival, confirmed);
        }
        needs.locked(arrival.lines().stream().map(line -> line.needId()).filter(Objects::nonNull).toList());
        giveUpDeliveries(arrival, receipt);
        putBack(receipt, arrival.hubId(), manager);
        receipt.undo(manager, clock.instant());
        arrivals.flush();
        List<Receipt> others = receipts.booked(arrival.id());
        arrival.undone(!others.isEmpty(), others.stream().anyMatch(other -> other.closes()));
        arrivals.expectTheRest(arrival);
        if (arrival.kind() == Arrival.Kind.DONATION) {
            outbox.append(ReceiptUndone.of(arrival, receipt));
        }
    }

    /** Looks whether the goods have moved on once their balances are locked: nobody can move them in between. */
    private void putBack(Receipt receipt, UUID hubId, UUID manager) {
        try {
            ledger.move(ledger.of(receipt.id()).stream().map(movement -> movement.reversed(manager)).toList());
        } catch (StockShort gone) {
            throw touched.of(gone.lines().stream().map(StockShort.Line::lotId).distinct().toList());
        }
        List<UUID> movedOn = ledger.movedOn(receipt.id(), hubId);
        if (!movedOn.isEmpty()) {
            throw touched.of(movedOn);
        }
    }

    private void giveUpDeliveries(Arrival arrival, Receipt receipt) {
        List<UUID> received = ledger.broughtIn(receipt.id(), arrival.hubId()).stream().map(Movement::lotId).toList();
        List<UUID> given = arrival.lines().stream().map(line -> line.donationLineId()).filter(Objects::nonNull).toList();
        receipt.deliveryIds().forEach(delivery -> deliveries.giveUp(delivery, received, given));
    }
}
