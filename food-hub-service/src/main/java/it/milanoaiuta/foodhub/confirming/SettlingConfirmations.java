package it.milanoaiuta.foodhub.confirming;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;

import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Lots;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.platform.web.InvalidField;
import it.milanoaiuta.platform.web.NotFound;

/**
 * A manager says what a confirmation was that did not apply any more, and what follows is booked (domain, Confirmations made
 * offline).
 */
@ApplicationScoped
class SettlingConfirmations {

    @Inject
    ToSettleList waiting;

    @Inject
    OfflineConfirmations confirmations;

    @Inject
    @Any
    Instance<Confirmed> kinds;

    @Inject
    Lots lots;

    @Inject
    Ledger ledger;

    @Inject
    SettlingRules rules;

    @Inject
    Clock clock;

    /**
     * Settling it again in the same way changes nothing.
     *
     * @throws NotFound when the hub has no such confirmation, or a lot is neither its own nor of what is settled
     * @throws AlreadySettled when it was settled otherwise
     * @throws InvalidField when the choice does not go with it, or it corrects more than the delivery took
     * @throws it.milanoaiuta.foodhub.stock.StockShort when goods to be corrected are not there
     */
    ToSettleView settle(UUID hubId, UUID id, NewSettlement settlement, UUID manager) {
        ToSettle kept = waiting.locked(hubId, id);
        settlement.mustBeWhole(kept.kind());
        String said = confirmations.write(settlement);
        if (kept.isSettled()) {
            if (!said.equals(kept.settlement())) {
                throw new AlreadySettled();
            }
            return view(kept);
        }
        UUID furtherArrival = null;
        switch (settlement.choice()) {
            case SAME_GOODS -> {
                // booked already
            }
            case FURTHER_ARRIVAL -> furtherArrival = confirmed(kept).bookFurtherArrival(kept.confirmationId(), manager)
                    .orElseThrow(NothingCame::new);
            case CORRECTION -> correct(kept, settlement, manager);
        }
        kept.settle(settlement.choice(), said, furtherArrival, manager, clock.instant());
        confirmed(kept).settled(kept.confirmationId());
        return view(kept);
    }

    private Confirmed confirmed(ToSettle kept) {
        return kinds.stream().filter(confirmed -> confirmed.kind() == kept.kind()).findFirst().orElseThrow();
    }

    private void correct(ToSettle kept, NewSettlement settlement, UUID manager) {
        mustBeCorrectable(kept, settlement.corrections());
        List<Movement> movements = new ArrayList<>(opened(kept, settlement.corrections(), manager));
        settlement.corrections().forEach(correction -> {
            Account hub = Account.hub(kept.hubId());
            Account elsewhere = correction.change().isOfDelivery()
                    ? Account.recipient(kept.aboutId())
                    : new Account(Account.Kind.ADJUSTMENT, kept.hubId());
            movements.add(switch (correction.change()) {
                case FOUND, BROUGHT_BACK -> correction(correction, elsewhere, hub, kept, manager);
                case LOST, HANDED_OVER -> correction(correction, hub, elsewhere, kept, manager);
            });
        });
        ledger.move(movements);
    }

    /** What was handed over after all was not in a parcel that came back whole. */
    private List<Movement> opened(ToSettle kept, List<NewSettlement.Correction> corrections, UUID manager) {
        List<UUID> handedOver = corrections.stream()
                .filter(correction -> correction.change() == NewSettlement.Change.HANDED_OVER)
                .map(NewSettlement.Correction::lotId).toList();
        return handedOver.isEmpty() ? List.of() : confirmed(kept).opening(kept.aboutId(), handedOver, manager);
    }

    /**
     * Lots of the hub and of what is settled, and of a delivery no more than it took.
     *
     * @throws NotFound for any other lot, whether it exists or not
     * @throws InvalidField for more than the delivery took
     */
    private void mustBeCorrectable(ToSettle kept, List<NewSettlement.Correction> corrections) {
        Map<UUID, BigDecimal> left = confirmed(kept).lots(kept.aboutId());
        Set<UUID> ofHub = lots.everIn(kept.hubId(), corrections.stream().map(NewSettlement.Correction::lotId).toList());
        Map<UUID, BigDecimal> handedOver = new HashMap<>();
        for (int i = 0; i < corrections.size(); i++) {
            NewSettlement.Correction correction = corrections.get(i);
            UUID lot = correction.lotId();
            if (!left.containsKey(lot) && (correction.change().isOfDelivery() || !ofHub.contains(lot))) {
                throw new NotFound("corrections[" + i + "].lotId");
            }
            if (correction.change() == NewSettlement.Change.HANDED_OVER
                    && handedOver.merge(lot, correction.quantity(), BigDecimal::add).compareTo(left.get(lot)) > 0) {
                throw new InvalidField("corrections[" + i + "].quantity", "more-than-carried", left.get(lot).toPlainString());
            }
        }
    }

    private static Movement correction(NewSettlement.Correction correction, Account from, Account to, ToSettle kept,
            UUID manager) {
        return new Movement(correction.lotId(), correction.quantity(), from, to, Movement.Reason.CORRECTION, kept.id(), manager,
                null);
    }

    ToSettleView view(ToSettle kept) {
        Instant due = kept.recordedAt().plus(rules.patience());
        return new ToSettleView(kept.id(), kept.hubId(), kept.kind(), kept.confirmationId(), kept.aboutId(),
                confirmations.repeated(kept.said(), JsonNode.class), kept.author(), kept.occurredAt(), kept.recordedAt(),
                due.isBefore(kept.isSettled() ? kept.settledAt() : clock.instant()), kept.choice(), kept.settledBy(),
                kept.settledAt(),
                kept.furtherArrivalId());
    }
}
