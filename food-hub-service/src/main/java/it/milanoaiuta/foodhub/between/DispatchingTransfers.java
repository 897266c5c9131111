package it.milanoaiuta.foodhub.between;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.foodhub.stock.Reservation;
import it.milanoaiuta.foodhub.stock.Reservations;
import it.milanoaiuta.foodhub.stock.Stock;
import it.milanoaiuta.platform.web.CityTime;

/** Goods of a transfer leave: they are in neither hub until the other one confirms their arrival. */
@ApplicationScoped
class DispatchingTransfers {

    @Inject
    Transfers transfers;

    @Inject
    Arrivals arrivals;

    @Inject
    Stock stock;

    @Inject
    Reservations reservations;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    /**
     * Again changes nothing.
     *
     * @param manager of the sending hub; the caller has checked that she is
     * @throws TransferNotDraft when it was given up
     * @throws TransferEmpty when nothing was found for it
     * @throws TransferOutdated naming the lots that may not reach people on its day any more
     */
    Transfer dispatch(UUID id, UUID manager) {
        Transfer transfer = transfers.locked(id);
        if (transfer.state() != Transfer.State.DISPATCHED) {
            transfer.mustBeDraft();
            mustBeGood(transfer);
            leave(transfer, manager);
        }
        return transfer;
    }

    /** The dates are judged again: the draft may be days old. */
    private void mustBeGood(Transfer transfer) {
        if (transfer.lots().isEmpty()) {
            throw new TransferEmpty();
        }
        LocalDate today = CityTime.today(clock);
        Set<UUID> outdated = stock.outdated(transfer.fromHubId(), transfer.lots().stream().map(Transfer.Load::lotId).toList(),
                transfer.handOver().isBefore(today) ? today : transfer.handOver());
        if (!outdated.isEmpty()) {
            throw new TransferOutdated(outdated);
        }
    }

    private void leave(Transfer transfer, UUID manager) {
        Instant left = ledger.move(reservations.end(transfer.id(), Reservation.End.USED).stream()
                .map(goods -> new Movement(goods.lotId(), goods.quantity(), Account.hub(transfer.fromHubId()),
                        Account.inTransit(transfer.id()), Movement.Reason.DISPATCH, transfer.id(), manager, null))
                .toList());
        transfer.dispatch(manager, left);
        Arrival arrival = Arrival.betweenHubs(Arrival.Kind.TRANSFER, transfer.id(), transfer.fromHubId(), transfer.toHubId(),
                left);
        transfer.lots().forEach(load -> arrival.expectMore(load.itemId(), load.lotId(), load.quantity()));
        arrivals.persist(arrival);
    }
}
