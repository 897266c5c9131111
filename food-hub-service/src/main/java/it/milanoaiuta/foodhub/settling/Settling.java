package it.milanoaiuta.foodhub.settling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import it.milanoaiuta.defaults.InvalidField;
import it.milanoaiuta.defaults.NotFound;
import it.milanoaiuta.foodhub.arrival.FurtherArrivals;
import it.milanoaiuta.foodhub.arrival.Receipts;
import it.milanoaiuta.foodhub.delivery.Confirmations;
import it.milanoaiuta.foodhub.offline.OfflineConfirmations;
import it.milanoaiuta.foodhub.offline.ToSettle;
import it.milanoaiuta.foodhub.offline.ToSettleList;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Movement;

/**
 * A manager says what a confirmation was that did not apply any more, and what follows is booked (domain, Confirmations made
 * offline).
 */
@ApplicationScoped
class Settling {

    /** How long one may wait before the alarm. */
    static final Duration PATIENCE = Duration.ofHours(24);

    @Inject
    ToSettleList waiting;

    @Inject
    OfflineConfirmations confirmations;

    @Inject
    FurtherArrivals furtherArrivals;

    @Inject
    Receipts receipts;

    @Inject
    Confirmations deliveryConfirmations;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    /**
     * Settling it again in the same way changes nothing.
     *
     * @throws NotFound when the hub has no such confirmation
     * @throws AlreadySettled when it was settled otherwise
     * @throws InvalidField when the choice does not go with it
     * @throws it.milanoaiuta.foodhub.stock.StockShort when goods to be corrected are not there
     */
    ToSettleView settle(UUID hubId, UUID id, NewSettlement settlement, UUID manager) {
        ToSettle kept = waiting.locked(hubId, id).orElseThrow(NotFound::new);
        settlement.check(kept.kind);
        String said = confirmations.write(settlement);
        if (kept.isSettled()) {
            if (!said.equals(kept.settlement)) {
                throw new AlreadySettled();
            }
            return view(kept);
        }
        switch (settlement.choice()) {
            case SAME_GOODS -> {
                // booked already
            }
            case FURTHER_ARRIVAL -> kept.furtherArrivalId = furtherArrivals.book(kept.confirmationId, manager)
                    .orElseThrow(NothingCame::new);
            case CORRECTION -> correct(kept, settlement, manager);
        }
        kept.choice = settlement.choice();
        kept.settledBy = manager;
        kept.settledAt = clock.instant();
        kept.settlement = said;
        switch (kept.kind) {
            case RECEIPT -> receipts.settled(kept.confirmationId);
            case DELIVERY -> deliveryConfirmations.settled(kept.confirmationId);
        }
        return view(kept);
    }

    private void correct(ToSettle kept, NewSettlement settlement, UUID manager) {
        ledger.move(settlement.corrections().stream().map(correction -> {
            Account hub = Account.hub(kept.hubId);
            Account elsewhere = correction.change().isOfDelivery()
                    ? Account.recipient(kept.aboutId)
                    : new Account(Account.Kind.ADJUSTMENT, kept.hubId);
            return switch (correction.change()) {
                case FOUND, BROUGHT_BACK -> correction(correction, elsewhere, hub, kept, manager);
                case LOST, HANDED_OVER -> correction(correction, hub, elsewhere, kept, manager);
            };
        }).toList());
    }

    private static Movement correction(NewSettlement.Correction correction, Account from, Account to, ToSettle kept,
            UUID manager) {
        return new Movement(correction.lotId(), correction.quantity(), from, to, Movement.Reason.CORRECTION, kept.id, manager,
                null);
    }

    ToSettleView view(ToSettle kept) {
        Instant due = kept.recordedAt.plus(PATIENCE);
        return new ToSettleView(kept.id, kept.hubId, kept.kind, kept.confirmationId, kept.aboutId,
                confirmations.read(kept.said, JsonNode.class), kept.author, kept.occurredAt, kept.recordedAt,
                due.isBefore(kept.isSettled() ? kept.settledAt : clock.instant()), kept.choice, kept.settledBy, kept.settledAt,
                kept.furtherArrivalId);
    }
}
