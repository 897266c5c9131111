package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.item.DateKind;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.ColdChain;
import it.milanoaiuta.foodhub.stock.FundingSource;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.foodhub.stock.PrintedDate;
import it.milanoaiuta.platform.web.CityTime;

/** Makes lots and movements of confirmed lines: into stock, into quarantine, or to where what was not taken goes. */
@ApplicationScoped
class Unloading {

    @Inject
    ColdChain coldChain;

    @Inject
    Lots lots;

    /** Adds each line to the arrival and the receipt; books nothing yet. */
    Unloaded unload(Arrival arrival, Receipt receipt, List<ReceiptCheck.Line> lines) {
        Unloaded unloaded = new Unloaded(new ArrayList<>(), new ArrayList<>());
        for (ReceiptCheck.Line line : lines) {
            ArrivalLine target = Objects.requireNonNullElseGet(line.line(),
                    () -> arrival.surplusLine(line.item().id()).orElseGet(() -> arrival.newLine(line.item().id())));
            boolean quarantined = line.said().temperature() != null
                    && !coldChain.tolerates(line.item(), line.said().temperature(), CityTime.dayOf(receipt.occurredAt()));
            ReceiptLine confirmed = ReceiptLine.said(receipt, line.index(), line.item().id(), target, line.said(), quarantined);
            receipt.add(confirmed, line.said());
            target.confirm(confirmed.counted());
            Goods goods = new Goods(arrival, receipt, line, target, confirmed, unloaded);
            goods.take();
            goods.refuse();
        }
        return unloaded;
    }

    /** The goods of one confirmed line. */
    private class Goods {

        private final Arrival arrival;
        private final Receipt receipt;
        private final ReceiptCheck.Line line;
        private final ArrivalLine target;
        private final boolean quarantined;
        /** Of goods of another hub, what is its loss until now. */
        private BigDecimal lost;
        private final Unloaded unloaded;

        Goods(Arrival arrival, Receipt receipt, ReceiptCheck.Line line, ArrivalLine target, ReceiptLine confirmed,
                Unloaded unloaded) {
            this.arrival = arrival;
            this.receipt = receipt;
            this.line = line;
            this.target = target;
            this.quarantined = confirmed.isQuarantined();
            this.lost = line.hasKnownLot() ? confirmed.found() : BigDecimal.ZERO;
            this.unloaded = unloaded;
        }

        /** Into stock or quarantine, what was promised first: lot by lot, surplus last. */
        void take() {
            BigDecimal promised = line.said().accepted();
            for (NewReceipt.Batch batch : Batches.together(line.batches())) {
                if (batch.quantity().signum() == 0) {
                    continue;
                }
                UUID lotId = line.hasKnownLot() ? target.lotId() : newLot(batch);
                BigDecimal accepted = promised.min(batch.quantity());
                take(lotId, accepted, false);
                take(lotId, batch.quantity().subtract(accepted), true);
                promised = promised.subtract(accepted);
            }
        }

        private void take(UUID lotId, BigDecimal quantity, boolean surplus) {
            if (quantity.signum() > 0) {
                Account to = quarantined ? Account.quarantine(arrival.hubId()) : Account.hub(arrival.hubId());
                // More than its sender booked, or something else, is an error of the sender's count
                Account from = surplus && arrival.kind().isBetweenHubs()
                        ? new Account(Account.Kind.ADJUSTMENT, arrival.senderHubId())
                        : arrival.source();
                Movement.Reason reason = quarantined
                        ? Movement.Reason.TEMPERATURE
                        : surplus ? Movement.Reason.SURPLUS : Movement.Reason.RECEIPT;
                BigDecimal found = surplus ? BigDecimal.ZERO : lost.min(quantity);
                lost = lost.subtract(found);
                // Now: at the time it came nobody had told yet that it was lost
                move(lotId, found, Account.senderLoss(arrival.senderHubId()), to, reason, null);
                move(lotId, quantity.subtract(found), from, to, reason, receipt.ownTime());
                unloaded.taken().add(new Unloaded.Taken(lotId, target, quantity, surplus, quarantined));
            }
        }

        /** Rejected goods that stay here end here; missing ones are the sending hub's loss. */
        void refuse() {
            BigDecimal rejected = line.said().rejected();
            if (rejected.signum() > 0 && line.said().destination() != ArrivalLine.Destination.BACK_WITH_DRIVER) {
                UUID lotId = line.hasKnownLot() ? target.lotId() : rejectedLot();
                Account end = new Account(Account.Kind.valueOf(line.said().destination().name()), arrival.hubId());
                move(lotId, rejected, arrival.source(), end, Movement.Reason.REJECTION, receipt.ownTime());
            }
            BigDecimal missing = line.said().missing();
            if (missing.signum() > 0 && line.hasKnownLot()) {
                move(target.lotId(), missing, arrival.source(), Account.senderLoss(arrival.senderHubId()),
                        Movement.Reason.MISSING,
                        receipt.ownTime());
            }
        }

        private void move(UUID lotId, BigDecimal quantity, Account from, Account to, Movement.Reason reason, Instant at) {
            if (quantity.signum() > 0) {
                unloaded.movements().add(new Movement(lotId, quantity, from, to, reason, receipt.id(), receipt.author(), at));
            }
        }

        private UUID rejectedLot() {
            return newLot(NewReceipt.Batch.undated(line.said().rejected()));
        }

        private UUID newLot(NewReceipt.Batch batch) {
            Instant came = Objects.requireNonNullElse(arrival.cameAt(), receipt.occurredAt());
            Lot.Origin origin = new Lot.Origin(arrival.id(), target.donationLineId(), arrival.supplier(),
                    Objects.requireNonNullElse(arrival.fundingSource(), FundingSource.SURPLUS), came);
            String code = lots.spelled(line.item().id(), batch.lotCode());
            Lot lot = batch.dateKind() == DateKind.NONE
                    ? Lot.undated(line.item(), code, origin)
                    : Lot.dated(line.item(), code, batch.dateKind(), PrintedDate.parse(batch.date()).orElseThrow(), origin);
            lots.persist(lot);
            return lot.id();
        }
    }
}
