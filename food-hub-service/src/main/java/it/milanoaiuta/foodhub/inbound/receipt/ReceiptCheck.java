package it.milanoaiuta.foodhub.inbound.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import it.milanoaiuta.foodhub.copies.item.DateKind;
import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.PrintedDate;
import it.milanoaiuta.platform.web.Violation;

/**
 * Judges a confirmation: first what is wrong with it whatever else was confirmed ({@link #lines}), then whether it fits what is
 * still open ({@link #unfit}). Collects every violation, field by field.
 */
class ReceiptCheck {

    private final Arrival arrival;
    private final NewReceipt receipt;
    private final Map<UUID, Item> items;
    private final Map<UUID, Lot> knownLots;
    private final LocalDate day;
    /** What this confirmation says of each item, whatever became of it. */
    private final Map<UUID, BigDecimal> totals = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /** @param line null for goods nobody expected, until they get a line */
    record Line(int index, NewReceipt.Line said, ArrivalLine line, Item item) {

        /** The lot is known: it comes from another hub. */
        boolean hasKnownLot() {
            return line != null && line.lotId() != null;
        }

        /** The goods by date: as given, or all in one for goods that carry none. */
        List<NewReceipt.Batch> batches() {
            return said.lots().isEmpty() ? List.of(NewReceipt.Batch.undated(said.taken())) : said.lots();
        }
    }

    /**
     * @param items those of the arrival's and the receipt's lines that are known
     * @param knownLots those of the arrival's lines
     * @param day on which the goods were taken: their dates are judged on it
     */
    ReceiptCheck(Arrival arrival, NewReceipt receipt, Map<UUID, Item> items, Map<UUID, Lot> knownLots, LocalDate day) {
        this.arrival = arrival;
        this.receipt = receipt;
        this.items = items;
        this.knownLots = knownLots;
        this.day = day;
    }

    /** @throws ReceiptInvalid naming every field that is wrong by itself */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        if (receipt.seenVersion() != null && receipt.seenVersion() > arrival.version()) {
            violation("seenVersion", "unknown-version");
        }
        for (int i = 0; i < receipt.lines().size(); i++) {
            resolve(i, receipt.lines().get(i)).ifPresent(line -> {
                judge(line);
                lines.add(line);
            });
        }
        if (!receipt.close() && lines.stream().allMatch(line -> line.said.saysNothing())) {
            violation("lines", "nothing-confirmed");
        }
        if (!violations.isEmpty()) {
            throw new ReceiptInvalid(violations);
        }
        return lines;
    }

    private Optional<Line> resolve(int i, NewReceipt.Line said) {
        if ((said.arrivalLineId() == null) == (said.itemId() == null)) {
            violation("lines[%d].arrivalLineId".formatted(i), "line-or-item");
            return Optional.empty();
        }
        if (said.arrivalLineId() != null) {
            Optional<ArrivalLine> line = arrival.line(said.arrivalLineId());
            if (line.isEmpty()) {
                violation("lines[%d].arrivalLineId".formatted(i), "unknown-line");
            }
            return line.map(known -> new Line(i, said, known, items.get(known.itemId())));
        }
        Item item = items.get(said.itemId());
        if (item == null) {
            violation("lines[%d].itemId".formatted(i), "unknown-item");
            return Optional.empty();
        }
        return Optional.of(new Line(i, said, arrival.surplusLine(item.id()).orElse(null), item));
    }

    private void judge(Line line) {
        NewReceipt.Line said = line.said;
        String at = "lines[%d].".formatted(line.index);
        countable(at + "accepted", line, said.accepted());
        countable(at + "rejected", line, said.rejected());
        countable(at + "missing", line, said.missing());
        countable(at + "surplus", line.item, said.surplus());
        withinBounds(at, line);
        if (said.itemId() != null
                && Stream.of(said.accepted(), said.rejected(), said.missing()).anyMatch(q -> q.signum() > 0)) {
            violation(at + "surplus", "surplus-only");
        }
        if (said.surplus().signum() > 0 && said.missing().signum() > 0) {
            violation(at + "surplus", "surplus-while-missing");
        }
        if (said.rejected().signum() > 0) {
            required(at + "reason", said.reason());
            required(at + "destination", said.destination());
        }
        if (said.destination() == ArrivalLine.Destination.BACK_WITH_DRIVER && arrival.kind() == Arrival.Kind.RETURN) {
            violation(at + "destination", "no-way-back");
        }
        if (said.taken().signum() > 0 && line.item.storageClass().needsTemperature() && said.temperature() == null) {
            violation(at + "temperature", "temperature-needed");
        }
        judgeLots(line, at);
    }

    private void judgeLots(Line line, String at) {
        List<NewReceipt.Batch> lots = line.said.lots();
        if (line.hasKnownLot()) {
            if (!lots.isEmpty()) {
                violation(at + "lots", "lot-known");
            }
            judgeDate(knownLots.get(line.line.lotId()), line.said, at);
            return;
        }
        boolean undated = lots.isEmpty() && line.item.dateKind() == DateKind.NONE;
        BigDecimal sum = lots.stream().map(NewReceipt.Batch::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!undated && sum.compareTo(line.said.taken()) != 0) {
            violation(at + "lots", lots.isEmpty() ? "lots-needed" : "lots-sum");
        }
        for (int j = 0; j < lots.size(); j++) {
            judge(lots.get(j), line.item, at + "lots[%d].".formatted(j));
        }
    }

    /** A lot from another hub keeps its date: past use-by it is rejected, whoever sends it. */
    private void judgeDate(Lot lot, NewReceipt.Line said, String at) {
        if (lot.dateKind() == DateKind.USE_BY && day.isAfter(lot.lastDay()) && said.taken().signum() > 0) {
            violation(at + (said.accepted().signum() > 0 ? "accepted" : "surplus"), "past-use-by");
        }
    }

    private void judge(NewReceipt.Batch lot, Item item, String at) {
        countable(at + "quantity", item, lot.quantity());
        if (lot.dateKind() == DateKind.NONE) {
            if (item.dateKind() != DateKind.NONE) {
                violation(at + "dateKind", "date-needed");
            } else if (lot.date() != null) {
                violation(at + "date", "date-of-none");
            }
            return;
        }
        Optional<PrintedDate> date = lot.date() == null ? Optional.empty() : PrintedDate.parse(lot.date());
        if (date.isEmpty()) {
            violation(at + "date", lot.date() == null ? "date-needed" : "date-unreadable");
        } else if (lot.dateKind() == DateKind.USE_BY && day.isAfter(date.get().lastDay())) {
            violation(at + "date", "past-use-by");
        } else if (date.get().isFarFrom(day) && !lot.lookedAtTwice()) {
            violation(at + "confirmed", "date-far-away");
        }
    }

    /**
     * What does not fit what is still open: more than expected, not adding up though it closes, or surplus of a line of which
     * something is missing or may still come.
     */
    List<Violation> unfit(List<Line> lines) {
        violations.clear();
        for (ArrivalLine line : arrival.lines()) {
            List<Line> said = lines.stream().filter(l -> l.line == line).toList();
            BigDecimal open = open(line, said);
            String at = said.isEmpty() ? "lines" : "lines[%d]".formatted(said.get(said.size() - 1).index);
            if (open.signum() < 0) {
                violation(at + ".accepted", "over-expected");
            } else if (receipt.close() && open.signum() > 0 && !arrival.restComesElsewhere()) {
                violation(at, said.isEmpty() ? "line-unaccounted" : "not-adding-up");
            }
            if (!line.isSurplusOnly()) {
                mustNotMakeUp(line, lines, open);
            }
        }
        return List.copyOf(violations);
    }

    /** What is left of a piece on the road may be received with or without whole ones, so that whole pieces stay open. */
    private void countable(String field, Line line, BigDecimal quantity) {
        if (!line.hasKnownLot() || !line.item.isCountable(line.line.open().subtract(quantity))) {
            countable(field, line.item, quantity);
        }
    }

    private void withinBounds(String at, Line line) {
        NewReceipt.Line said = line.said;
        BigDecimal total = totals.merge(line.item.id(), said.taken().add(said.rejected()).add(said.missing()), BigDecimal::add);
        if (total.add(arrival.confirmedOf(line.item.id())).compareTo(Item.MOST) > 0) {
            violation(at + (said.surplus().signum() > 0 ? "surplus" : "accepted"), "too-much");
        }
    }

    private static BigDecimal open(ArrivalLine line, List<Line> said) {
        return line.open().subtract(sum(said, l -> l.accepted().add(l.rejected()).add(l.missing())));
    }

    private static BigDecimal sum(List<Line> lines, Function<NewReceipt.Line, BigDecimal> part) {
        return lines.stream().map(Line::said).map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What is there is accepted before any of it is over (domain, Arrival): nothing is surplus while something of the line is
     * missing or may still come. Goods from outside that nobody expected are over each line of their item; of goods between hubs
     * every lot is counted for itself.
     *
     * @param open what is not accounted for after this confirmation
     */
    private void mustNotMakeUp(ArrivalLine line, List<Line> lines, BigDecimal open) {
        List<Line> alike = lines.stream().filter(said -> said.line == line || isOver(line, said)).toList();
        List<Line> own = alike.stream().filter(said -> said.line == line).toList();
        BigDecimal surplus = surplusSoFar(line).add(sum(alike, NewReceipt.Line::surplus));
        BigDecimal lacking = line.missing().add(sum(own, NewReceipt.Line::missing)).add(open.max(BigDecimal.ZERO));
        if (surplus.signum() == 0 || lacking.signum() == 0) {
            return;
        }
        Stream.concat(
                alike.stream().filter(said -> said.said.surplus().signum() > 0)
                        .map(said -> "lines[%d].surplus".formatted(said.index)),
                own.stream().filter(said -> said.said.missing().signum() > 0)
                        .map(said -> "lines[%d].missing".formatted(said.index)))
                .findFirst().ifPresent(field -> violation(field, "surplus-while-missing"));
    }

    private boolean isOver(ArrivalLine line, Line said) {
        return said.said.itemId() != null && said.item.id().equals(line.itemId()) && !arrival.kind().isBetweenHubs();
    }

    private BigDecimal surplusSoFar(ArrivalLine line) {
        return arrival.kind().isBetweenHubs()
                ? line.surplus()
                : arrival.surplusLine(line.itemId()).map(over -> over.surplus()).orElse(BigDecimal.ZERO).add(line.surplus());
    }

    private void countable(String field, Item item, BigDecimal quantity) {
        if (!item.isCountable(quantity)) {
            violation(field, "too-fine");
        }
    }

    private void required(String field, Object value) {
        if (value == null) {
            violation(field, "rejection-explained");
        }
    }

    private void violation(String field, String code) {
        violations.add(new Violation(field, code));
    }
}
