package it.milanoaiuta.foodhub.transfer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.arrival.Arrival;
import it.milanoaiuta.foodhub.arrival.ArrivalLine;
import it.milanoaiuta.foodhub.arrival.Arrivals;
import it.milanoaiuta.foodhub.item.Item;
import it.milanoaiuta.foodhub.item.Items;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;

/** A transfer with its lots and what its arrivals say of them. */
@ApplicationScoped
class TransferViews {

    @Inject
    Arrivals arrivals;

    @Inject
    Items items;

    @Inject
    Lots lots;

    TransferView of(Transfer transfer) {
        List<Arrival> underway = arrivals.ofTransfer(transfer.id);
        Map<UUID, Item> known = items.byId(transfer.lines.stream().map(Transfer.Line::itemId).collect(Collectors.toSet()));
        Map<UUID, Lot> loaded = lots.byId(transfer.lots.stream().map(Transfer.Load::lotId).toList());
        Map<UUID, ArrivalLine> said = underway.stream().filter(arrival -> arrival.kind == Arrival.Kind.TRANSFER)
                .flatMap(arrival -> arrival.lines.stream()).filter(line -> line.lotId != null)
                .collect(Collectors.toMap(line -> line.lotId, Function.identity()));
        return new TransferView(transfer.id, transfer.fromHubId, transfer.toHubId, state(transfer, underway),
                transfer.handOver, transfer.createdAt, transfer.dispatchedAt, transfer.version, lines(transfer, known),
                transfer.lots.stream().map(load -> load(load, loaded.get(load.lotId()), said.get(load.lotId()))).toList());
    }

    private static TransferView.State state(Transfer transfer, List<Arrival> underway) {
        if (underway.isEmpty() || !underway.stream().allMatch(arrival -> arrival.state == Arrival.State.CLOSED)) {
            return TransferView.State.valueOf(transfer.state.name());
        }
        return underway.get(0).lines.stream().anyMatch(line -> line.accepted.signum() > 0)
                ? TransferView.State.RECEIVED
                : TransferView.State.RETURNED;
    }

    private static List<TransferView.Line> lines(Transfer transfer, Map<UUID, Item> items) {
        Map<UUID, BigDecimal> found = transfer.lots.stream()
                .collect(Collectors.toMap(Transfer.Load::itemId, Transfer.Load::quantity, BigDecimal::add));
        return transfer.lines.stream().map(line -> {
            BigDecimal part = found.getOrDefault(line.itemId(), BigDecimal.ZERO).min(line.wanted());
            found.computeIfPresent(line.itemId(), (item, quantity) -> quantity.subtract(part));
            Item item = items.get(line.itemId());
            return new TransferView.Line(item.id, item.code, item.unit, line.wanted(), line.wanted().subtract(part));
        }).toList();
    }

    private static TransferView.Load load(Transfer.Load load, Lot lot, ArrivalLine said) {
        return new TransferView.Load(lot.id, load.itemId(), lot.code, lot.dateKind, lot.date(), load.quantity(),
                said == null ? BigDecimal.ZERO : said.accepted, said == null ? BigDecimal.ZERO : said.rejected,
                said == null ? BigDecimal.ZERO : said.missing);
    }
}
