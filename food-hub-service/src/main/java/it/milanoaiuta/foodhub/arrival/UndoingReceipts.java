package it.milanoaiuta.foodhub.arrival;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.delivery.Outbox;
import it.milanoaiuta.foodhub.need.NeedDeliveries;
import it.milanoaiuta.foodhub.need.Needs;
import it.milanoaiuta.foodhub.offline.OfflineConfirmations;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.StockShort;

/**
 * Takes a confirmation back while everything it brought is untouched: everything it moved goes back where it came from.
 * <p>
 * Locks: the arrival, what goes back of it, the needs, the balances.
 */
@ApplicationScoped
class UndoingReceipts {

    @Inject
    OfflineConfirmations confirmations;

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
        Arrival arrival = arrivals.locked(receipt.arrivalId);
        receipts.getEntityManager().refresh(receipt);
        switch (receipt.state) {
            case TO_SETTLE, SETTLED -> throw new ReceiptNotBooked();
            case BOOKED -> takeBack(arrival, receipt, manager);
            case UNDONE -> {
                // once is enough
            }
        }
        return answer(receipt).with(receipt.state, arrival);
    }

    private ReceiptView answer(Receipt receipt) {
        return confirmations.read(receipt.answer, ReceiptView.class);
    }

    private void takeBack(Arrival arrival, Receipt receipt, UUID manager) {
        for (ReceiptLine confirmed : receipt.lines) {
            arrival.line(confirmed.arrivalLineId).orElseThrow().subtract(confirmed);
            sendingBack.giveUp(arrival, confirmed);
        }
        needs.locked(arrival.lines.stream().map(line -> line.needId).filter(Objects::nonNull).toList());
        giveUpDeliveries(arrival, answer(receipt));
        putBack(receipt, arrival.hubId, manager);
        receipt.undo(manager, clock.instant());
        arrivals.flush();
        arrival.undone(receipts.areBooked(arrival.id));
        if (arrival.kind == Arrival.Kind.DONATION) {
            outbox.append(ReceiptUndone.of(arrival, receipt));
        }
    }

    /** Looks whether the goods have moved on once their balances are locked: nobody can move them in between. */
    private void putBack(Receipt receipt, UUID hubId, UUID manager) {
        try {
            ledger.move(ledger.of(receipt.id).stream().map(movement -> movement.reversed(manager)).toList());
        } catch (StockShort gone) {
            throw touched.of(gone.lines().stream().map(StockShort.Line::lotId).distinct().toList());
        }
        List<UUID> movedOn = ledger.movedOn(receipt.id, hubId);
        if (!movedOn.isEmpty()) {
            throw touched.of(movedOn);
        }
    }

    private void giveUpDeliveries(Arrival arrival, ReceiptView answer) {
        List<UUID> received = answer.lots().stream().map(ReceiptView.TakenLot::lotId).toList();
        List<UUID> given = arrival.lines.stream().map(line -> line.donationLineId).filter(Objects::nonNull).toList();
        answer.deliveryIds().forEach(delivery -> deliveries.giveUp(delivery, received, given));
    }
}
