package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.confirming.Confirmed;
import it.milanoaiuta.foodhub.confirming.ToSettle;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.foodhub.stock.Lots;
import it.milanoaiuta.platform.web.Ids;

/**
 * Goods of a confirmation that was kept to be settled came besides what is booked. They stay what they are: those of a donation
 * or of another hub belong to that arrival, with its funding source, their lot and their donation line; a supplier's, and those
 * nobody told of, get an arrival of their own.
 */
@ApplicationScoped
class FurtherArrivals implements Confirmed {

    @Inject
    Receipts receipts;

    @Inject
    Arrivals arrivals;

    @Inject
    Receiving receiving;

    @Inject
    Lots lots;

    /**
     * Books what was taken, with the lots and at the time that were said; what was rejected or missing never came in.
     *
     * @return the arrival it is booked in; empty when nothing was taken
     * @throws ReceiptInvalid when what was said can not be booked: a printed date of before that is none
     */
    @Override
    public Optional<UUID> bookFurtherArrival(UUID receiptId, UUID manager) {
        Receipt kept = receipts.existing(receiptId);
        List<ReceiptLine> taken = kept.lines().stream().filter(line -> line.taken().signum() > 0).toList();
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Arrival first = arrivals.locked(kept.arrivalId());
        return Optional
                .of(first.isOfKnownGoods() ? besides(first, kept, taken, manager) : further(first, kept, taken, manager));
    }

    @Override
    public ToSettle.Kind kind() {
        return ToSettle.Kind.RECEIPT;
    }

    /** Those that came by the arrival, or were loaded for it in another hub. */
    @Override
    public Map<UUID, BigDecimal> lots(UUID arrivalId) {
        return Stream.concat(lots.ofArrival(arrivalId).stream(),
                arrivals.existing(arrivalId).lines().stream().map(line -> line.lotId()).filter(Objects::nonNull)).distinct()
                .collect(Collectors.toMap(Function.identity(), lot -> BigDecimal.ZERO));
    }

    @Override
    public void settled(UUID receiptId) {
        receipts.settled(receiptId);
    }

    /** What was told missing came after all; what goes beyond that is over. */
    private UUID besides(Arrival arrival, Receipt kept, List<ReceiptLine> taken, UUID manager) {
        Map<UUID, BigDecimal> room = new HashMap<>();
        arrival.lines().forEach(line -> room.put(line.id(), line.room()));
        List<NewReceipt.Line> lines = new ArrayList<>();
        for (ReceiptLine line : taken) {
            BigDecimal accepted = room.getOrDefault(line.arrivalLineId(), BigDecimal.ZERO).min(line.taken());
            room.computeIfPresent(line.arrivalLineId(), (id, left) -> left.subtract(accepted));
            lines.add(again(kept, line, line.arrivalLineId(), accepted));
        }
        receiving.receiveBesides(arrival, new NewReceipt(Ids.next(), kept.occurredAt(), null, false, lines), manager);
        return arrival.id();
    }

    private UUID further(Arrival first, Receipt kept, List<ReceiptLine> taken, UUID manager) {
        Arrival further = first.besides(kept.occurredAt());
        List<NewReceipt.Line> lines = new ArrayList<>();
        for (ReceiptLine line : taken) {
            ArrivalLine own = further.newLine(line.itemId());
            own.expect(line.taken());
            lines.add(again(kept, line, own.id(), line.taken()));
        }
        arrivals.persist(further);
        arrivals.flush();
        receiving.receive(further.id(), new NewReceipt(Ids.next(), kept.occurredAt(), null, true, lines), manager);
        return further.id();
    }

    /** What was taken of a line, as it was said. */
    private static NewReceipt.Line again(Receipt kept, ReceiptLine line, UUID arrivalLineId, BigDecimal accepted) {
        return new NewReceipt.Line(arrivalLineId, arrivalLineId == null ? line.itemId() : null, accepted, null, null,
                line.taken().subtract(accepted), null, null, kept.batchesOf(line), line.temperature());
    }
}
