package it.milanoaiuta.foodhub.arrival;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import it.milanoaiuta.defaults.Ids;
import it.milanoaiuta.defaults.Violation;
import it.milanoaiuta.delivery.Outbox;
import it.milanoaiuta.foodhub.City;
import it.milanoaiuta.foodhub.item.ColdChain;
import it.milanoaiuta.foodhub.item.DateKind;
import it.milanoaiuta.foodhub.item.Item;
import it.milanoaiuta.foodhub.item.Items;
import it.milanoaiuta.foodhub.need.Need;
import it.milanoaiuta.foodhub.need.NeedDeliveries;
import it.milanoaiuta.foodhub.need.NeedLines;
import it.milanoaiuta.foodhub.need.Needs;
import it.milanoaiuta.foodhub.stock.Account;
import it.milanoaiuta.foodhub.stock.FundingSource;
import it.milanoaiuta.foodhub.stock.Ledger;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;
import it.milanoaiuta.foodhub.stock.Movement;
import it.milanoaiuta.foodhub.stock.PrintedDate;
import it.milanoaiuta.foodhub.stock.StockShort;

/**
 * Confirms what came, and takes a confirmation back. The physical fact wins: a confirmation that does not fit what others
 * confirmed meanwhile is kept to be settled, never refused for good (domain, Confirmations made offline).
 * <p>
 * Locks: the confirmation's id, the arrival, the needs, the balances.
 */
@ApplicationScoped
public class Receiving {

    @Inject
    Arrivals arrivals;

    @Inject
    Receipts receipts;

    @Inject
    Items items;

    @Inject
    ColdChain coldChain;

    @Inject
    Lots lots;

    @Inject
    Ledger ledger;

    @Inject
    Needs needs;

    @Inject
    NeedLines needLines;

    @Inject
    NeedDeliveries deliveries;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /**
     * @param manager who confirms; the caller has checked that the arrival is of her hub
     * @return what became of it: booked, or to be settled
     * @throws ReceiptIdTaken the id belongs to another confirmation
     * @throws ReceiptInvalid it contradicts itself, or the arrival as she saw it
     * @throws ArrivalClosed she saw that it is closed
     */
    ReceiptView receive(UUID arrivalId, NewReceipt request, UUID manager) {
        receipts.lockId(request.id());
        String sent = write(request);
        Optional<Receipt> before = receipts.findByIdOptional(request.id());
        if (before.isPresent()) {
            return again(before.get(), arrivalId, sent);
        }
        Arrival arrival = arrivals.locked(arrivalId);
        Receipt receipt = new Receipt(request.id(), arrivalId, manager, clock.instant());
        receipt.request = sent;
        receipt.fingerprint = sha256(sent);
        receipt.closes = request.close();
        receipt.timeReplaced = request.occurredAt().isBefore(arrival.recordedAt)
                || request.occurredAt().isAfter(receipt.recordedAt);
        receipt.occurredAt = receipt.timeReplaced ? receipt.recordedAt : request.occurredAt();

        ReceiptCheck check = new ReceiptCheck(arrival, request, itemsOf(arrival, request), City.dayOf(receipt.occurredAt));
        List<ReceiptCheck.Line> lines = check.lines();
        List<Violation> unfit = check.unfit(lines);
        if (unfit.isEmpty() && !arrival.isClosed()) {
            return book(arrival, receipt, lines);
        }
        if (!isOutdated(request, arrival)) {
            throw arrival.isClosed() ? new ArrivalClosed() : new ReceiptInvalid(unfit);
        }
        receipt.state = Receipt.State.TO_SETTLE;
        return keep(arrival, receipt, List.of(), List.of());
    }

    private ReceiptView again(Receipt receipt, UUID arrivalId, String sent) {
        if (!receipt.arrivalId.equals(arrivalId) || !Arrays.equals(receipt.fingerprint, sha256(sent))) {
            throw new ReceiptIdTaken();
        }
        return read(receipt.answer);
    }

    /** Others confirmed since she looked; without a version, since the arrival was new. */
    private static boolean isOutdated(NewReceipt request, Arrival arrival) {
        return request.seenVersion() != null
                ? request.seenVersion() < arrival.version
                : arrival.state == Arrival.State.RECEIVING || arrival.isClosed();
    }

    private ReceiptView book(Arrival arrival, Receipt receipt, List<ReceiptCheck.Line> lines) {
        receipt.state = Receipt.State.BOOKED;
        List<Taken> taken = new ArrayList<>();
        List<Movement> movements = new ArrayList<>();
        for (ReceiptCheck.Line line : lines) {
            ArrivalLine target = Objects.requireNonNullElseGet(line.line(),
                    () -> arrival.surplusLine(line.item().id).orElseGet(() -> arrival.newLine(line.item().id)));
            boolean quarantined = line.said().temperature() != null
                    && !coldChain.tolerates(line.item(), line.said().temperature(), City.dayOf(receipt.occurredAt));
            ReceiptLine confirmed = new ReceiptLine(receipt, line.index(), target.id, line.said(), quarantined);
            receipt.lines.add(confirmed);
            target.add(confirmed);
            Goods goods = new Goods(arrival, receipt, line, target, quarantined);
            taken.addAll(goods.taken(movements));
            goods.refused(movements);
        }
        arrival.confirmed(receipt.closes);
        arrivals.flush();
        Map<UUID, Need> wanting = needs.locked(taken.stream().filter(Taken::isForNeed).map(t -> t.line.needId).toList());
        Instant now = ledger.move(movements);
        if (receipt.timeReplaced) {
            receipt.occurredAt = now;
        }
        expectBack(arrival, receipt);
        List<UUID> planned = deliver(arrival, taken, wanting);
        ReceiptView answer = keep(arrival, receipt, taken, planned);
        if (arrival.kind == Arrival.Kind.DONATION) {
            outbox.append(DonationReceived.of(arrival, receipt));
        }
        return answer;
    }

    /** What was taken of a lot; not for a need when it is surplus or in quarantine. */
    private record Taken(UUID lotId, ArrivalLine line, BigDecimal quantity, boolean surplus, boolean quarantined) {

        boolean isForNeed() {
            return line.needId != null && !surplus && !quarantined;
        }
    }

    /** The goods of one confirmed line on their way through the ledger. */
    private class Goods {

        private final Arrival arrival;
        private final Receipt receipt;
        private final ReceiptCheck.Line line;
        private final ArrivalLine target;
        private final boolean quarantined;

        Goods(Arrival arrival, Receipt receipt, ReceiptCheck.Line line, ArrivalLine target, boolean quarantined) {
            this.arrival = arrival;
            this.receipt = receipt;
            this.line = line;
            this.target = target;
            this.quarantined = quarantined;
        }

        /** Into stock or quarantine, what was promised first: lot by lot, surplus last. */
        List<Taken> taken(List<Movement> movements) {
            List<Taken> taken = new ArrayList<>();
            BigDecimal promised = line.said().accepted();
            for (NewReceipt.Batch batch : line.batches()) {
                if (batch.quantity().signum() == 0) {
                    continue;
                }
                UUID lotId = line.hasKnownLot() ? target.lotId : newLot(batch);
                BigDecimal accepted = promised.min(batch.quantity());
                take(lotId, accepted, false, taken, movements);
                take(lotId, batch.quantity().subtract(accepted), true, taken, movements);
                promised = promised.subtract(accepted);
            }
            return taken;
        }

        private void take(UUID lotId, BigDecimal quantity, boolean surplus, List<Taken> taken, List<Movement> movements) {
            if (quantity.signum() > 0) {
                Account to = quarantined ? Account.quarantine(arrival.hubId) : Account.hub(arrival.hubId);
                Movement.Reason reason = surplus ? Movement.Reason.SURPLUS : Movement.Reason.RECEIPT;
                // More of a lot than its sender booked is an error of the sender's count
                Account from = surplus && line.hasKnownLot()
                        ? new Account(Account.Kind.ADJUSTMENT, arrival.senderHubId)
                        : arrival.source();
                movements.add(movement(lotId, quantity, from, to, quarantined ? Movement.Reason.TEMPERATURE : reason));
                taken.add(new Taken(lotId, target, quantity, surplus, quarantined));
            }
        }

        /** Rejected goods that stay here end here; missing ones are the sending hub's loss. */
        void refused(List<Movement> movements) {
            BigDecimal rejected = line.said().rejected();
            if (rejected.signum() > 0 && line.said().destination() != ArrivalLine.Destination.BACK_WITH_DRIVER) {
                UUID lotId = line.hasKnownLot() ? target.lotId : rejectedLot();
                Account end = new Account(Account.Kind.valueOf(line.said().destination().name()), arrival.hubId);
                movements.add(movement(lotId, rejected, arrival.source(), end, Movement.Reason.REJECTION));
            }
            BigDecimal missing = line.said().missing();
            if (missing.signum() > 0 && line.hasKnownLot()) {
                movements.add(movement(target.lotId, missing, arrival.source(), Account.senderLoss(arrival.senderHubId),
                        Movement.Reason.MISSING));
            }
        }

        private Movement movement(UUID lotId, BigDecimal quantity, Account from, Account to, Movement.Reason reason) {
            return new Movement(lotId, quantity, from, to, reason, receipt.id, receipt.author,
                    receipt.timeReplaced ? null : receipt.occurredAt);
        }

        private UUID rejectedLot() {
            return newLot(new NewReceipt.Batch(null, DateKind.NONE, null, line.said().rejected()));
        }

        private UUID newLot(NewReceipt.Batch batch) {
            Lot lot = new Lot();
            lot.id = Ids.next();
            lot.itemId = line.item().id;
            lot.code = batch.lotCode();
            lot.dateKind = batch.dateKind();
            if (batch.dateKind() == DateKind.NONE) {
                lot.lastDay = line.item().useWithin(City.dayOf(receipt.occurredAt));
            } else {
                PrintedDate printed = PrintedDate.parse(batch.date()).orElseThrow();
                lot.datePrecision = printed.precision();
                lot.lastDay = printed.lastDay();
            }
            lot.storageClass = line.item().storageClass;
            lot.fundingSource = Objects.requireNonNullElse(arrival.fundingSource, FundingSource.SURPLUS);
            lot.arrivalId = arrival.id;
            lot.donationLineId = target.donationLineId;
            lot.supplier = arrival.supplier;
            lot.receivedAt = receipt.occurredAt;
            lots.persist(lot);
            return lot.id;
        }
    }

    /** What the driver takes back to the hub it came from is on the road until that hub confirms it. */
    private void expectBack(Arrival arrival, Receipt receipt) {
        if (arrival.kind != Arrival.Kind.TRANSFER) {
            return;
        }
        for (ReceiptLine confirmed : receipt.lines) {
            ArrivalLine line = arrival.line(confirmed.arrivalLineId).orElseThrow();
            if (confirmed.goesBack() && line.lotId != null) {
                Arrival back = arrivals.returnOf(arrival).orElseGet(() -> newReturn(arrival, receipt));
                back.expectMore(line.itemId, line.lotId, confirmed.rejected);
            }
        }
    }

    private Arrival newReturn(Arrival arrival, Receipt receipt) {
        Arrival back = Arrival.betweenHubs(Arrival.Kind.RETURN, arrival.transferId, arrival.hubId, arrival.senderHubId,
                receipt.occurredAt);
        arrivals.persist(back);
        return back;
    }

    /** Goods given for an organisation's need are brought to it, need by need; the rest is general stock. */
    private List<UUID> deliver(Arrival arrival, List<Taken> taken, Map<UUID, Need> wanting) {
        Map<UUID, List<NeedDeliveries.Line>> byNeed = new TreeMap<>();
        Map<UUID, BigDecimal> lacking = new HashMap<>();
        for (Taken goods : taken) {
            if (goods.isForNeed() && wanting.get(goods.line.needId).wantsDelivery()) {
                BigDecimal wanted = lacking.computeIfAbsent(goods.line.needLineId, line -> wanted(arrival, line))
                        .min(goods.quantity);
                lacking.computeIfPresent(goods.line.needLineId, (line, lack) -> lack.subtract(wanted));
                if (wanted.signum() > 0) {
                    byNeed.computeIfAbsent(goods.line.needId, need -> new ArrayList<>())
                            .add(new NeedDeliveries.Line(goods.line.needLineId, goods.line.donationLineId, goods.line.itemId,
                                    goods.lotId, wanted));
                }
            }
        }
        return byNeed.entrySet().stream().map(need -> deliveries.plan(arrival.hubId, need.getKey(), need.getValue()))
                .toList();
    }

    /** Everything, unless the donation was given up and the line may have been promised to others since. */
    private BigDecimal wanted(Arrival arrival, UUID needLineId) {
        BigDecimal everything = BigDecimal.valueOf(Long.MAX_VALUE);
        return arrival.withdrawn == null ? everything : needLines.lacking(needLineId, arrival.id).orElse(everything);
    }

    private ReceiptView keep(Arrival arrival, Receipt receipt, List<Taken> taken, List<UUID> deliveryIds) {
        ReceiptView answer = new ReceiptView(receipt.id, arrival.id, receipt.state, arrival.state, arrival.version,
                receipt.occurredAt, receipt.timeReplaced, taken.stream()
                        .map(t -> new ReceiptView.TakenLot(t.lotId, t.line.itemId, t.quantity, t.quarantined)).toList(),
                deliveryIds);
        receipt.answer = write(answer);
        receipts.persist(receipt);
        return answer;
    }

    /**
     * Takes a confirmation back: everything it moved goes back where it came from. Undoing twice does nothing more.
     *
     * @throws ReceiptTouched when something of it has moved on, is set aside, or is loaded
     * @throws ReceiptNotBooked when it waits to be settled
     */
    ReceiptView undo(UUID receiptId, UUID manager) {
        Receipt receipt = receipts.existing(receiptId);
        Arrival arrival = arrivals.locked(receipt.arrivalId);
        receipts.getEntityManager().refresh(receipt);
        if (receipt.state == Receipt.State.TO_SETTLE) {
            throw new ReceiptNotBooked();
        }
        if (receipt.state == Receipt.State.BOOKED) {
            takeBack(arrival, receipt, manager);
        }
        return read(receipt.answer).with(receipt.state, arrival);
    }

    private void takeBack(Arrival arrival, Receipt receipt, UUID manager) {
        if (ledger.hasMovedOn(receipt.id, arrival.hubId)) {
            throw new ReceiptTouched();
        }
        ReceiptView answer = read(receipt.answer);
        List<UUID> received = answer.lots().stream().map(ReceiptView.TakenLot::lotId).toList();
        answer.deliveryIds().forEach(delivery -> deliveries.giveUp(delivery, received));
        try {
            ledger.move(ledger.of(receipt.id).stream().map(movement -> movement.reversed(manager)).toList());
        } catch (StockShort movedMeanwhile) {
            throw new ReceiptTouched();
        }
        for (ReceiptLine confirmed : receipt.lines) {
            ArrivalLine line = arrival.line(confirmed.arrivalLineId).orElseThrow();
            line.subtract(confirmed);
            if (confirmed.goesBack() && line.lotId != null
                    && !arrivals.returnOf(arrival).orElseThrow().expectLess(line.lotId, confirmed.rejected)) {
                throw new ReceiptTouched();
            }
        }
        receipt.undo(manager, clock.instant());
        arrivals.flush();
        arrival.undone(receipts.areBooked(arrival.id));
        if (arrival.kind == Arrival.Kind.DONATION) {
            outbox.append(ReceiptUndone.of(arrival, receipt));
        }
    }

    private Map<UUID, Item> itemsOf(Arrival arrival, NewReceipt request) {
        return items.byId(Stream.concat(arrival.lines.stream().map(line -> line.itemId),
                request.lines().stream().map(NewReceipt.Line::itemId).filter(Objects::nonNull)).collect(Collectors.toSet()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ReceiptView read(String answer) {
        try {
            return json.readValue(answer, ReceiptView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
