package it.milanoaiuta.foodhub.between;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.inbound.arrival.Arrivals;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;

/** Transfers with their lots and what their arrivals say of them, read for a whole page at once. */
@ApplicationScoped
class TransferViews {

    @Inject
    Arrivals arrivals;

    @Inject
    Items items;

    @Inject
    Lots lots;

    TransferView of(Transfer transfer) {
        return of(List.of(transfer)).get(0);
    }

    List<TransferView> of(List<Transfer> page) {
        Map<UUID, List<Arrival>> underway = arrivals.ofTransfers(page.stream().map(transfer -> transfer.id()).toList());
        Map<UUID, Item> known = items.byId(page.stream().flatMap(transfer -> transfer.lines().stream())
                .map(Transfer.Line::itemId).collect(Collectors.toSet()));
        Map<UUID, Lot> loaded = lots.byId(page.stream().flatMap(transfer -> transfer.lots().stream())
                .map(Transfer.Load::lotId).collect(Collectors.toSet()));
        return page.stream()
                .map(transfer -> view(transfer, underway.getOrDefault(transfer.id(), List.of()), known, loaded)).toList();
    }

    private static TransferView view(Transfer transfer, List<Arrival> underway, Map<UUID, Item> items, Map<UUID, Lot> lots) {
        Map<UUID, ArrivalLine> said = there(underway).filter(line -> line.lotId() != null)
                .collect(Collectors.toMap(line -> line.lotId(), Function.identity()));
        return new TransferView(transfer.id(), transfer.fromHubId(), transfer.toHubId(), state(transfer, underway),
                transfer.handOver(), transfer.createdAt(), transfer.dispatchedAt(), transfer.version(), lines(transfer, items),
                transfer.lots().stream().map(load -> load(load, lots.get(load.lotId()), said.get(load.lotId()))).toList());
    }

    /** What the other hub says, not what came back from it. */
    private static Stream<ArrivalLine> there(List<Arrival> underway) {
        return underway.stream().filter(arrival -> arrival.kind() == Arrival.Kind.TRANSFER)
                .flatMap(arrival -> arrival.lines().stream());
    }

    private static TransferView.State state(Transfer transfer, List<Arrival> underway) {
        if (underway.isEmpty() || !underway.stream().allMatch(Arrival::isOver)) {
            return TransferView.State.valueOf(transfer.state().name());
        }
        return there(underway).anyMatch(line -> line.accepted().signum() > 0)
                ? TransferView.State.RECEIVED
                : TransferView.State.RETURNED;
    }

    private static List<TransferView.Line> lines(Transfer transfer, Map<UUID, Item> items) {
        Map<UUID, BigDecimal> found = transfer.lots().stream()
                .collect(Collectors.toMap(Transfer.Load::itemId, Transfer.Load::quantity, BigDecimal::add));
        return transfer.lines().stream().map(line -> {
            BigDecimal part = found.getOrDefault(line.itemId(), BigDecimal.ZERO).min(line.wanted());
            found.computeIfPresent(line.itemId(), (item, quantity) -> quantity.subtract(part));
            Item item = items.get(line.itemId());
            return new TransferView.Line(item.id(), item.code(), item.unit(), line.wanted(), line.wanted().subtract(part));
        }).toList();
    }

    private static TransferView.Load load(Transfer.Load load, Lot lot, ArrivalLine said) {
        return new TransferView.Load(lot.id(), load.itemId(), lot.code(), lot.dateKind(), lot.date(), load.quantity(),
                said == null ? BigDecimal.ZERO : said.accepted(), said == null ? BigDecimal.ZERO : said.rejected(),
                said == null ? BigDecimal.ZERO : said.missing());
    }
}
