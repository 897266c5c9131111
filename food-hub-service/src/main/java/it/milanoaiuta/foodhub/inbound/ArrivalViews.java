package it.milanoaiuta.foodhub.inbound;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.inbound.arrival.Arrival;
import it.milanoaiuta.foodhub.inbound.receipt.Receipt;
import it.milanoaiuta.foodhub.inbound.receipt.Receipts;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;

/** Arrivals with their items, lots and confirmations, read for a whole page at once. */
@ApplicationScoped
class ArrivalViews {

    @Inject
    Receipts receipts;

    @Inject
    Items items;

    @Inject
    Lots lots;

    ArrivalView of(Arrival arrival) {
        return of(List.of(arrival)).get(0);
    }

    List<ArrivalView> of(List<Arrival> page) {
        Map<UUID, Item> itemsOfLines = items.byId(page.stream().flatMap(arrival -> arrival.lines().stream())
                .map(line -> line.itemId()).collect(Collectors.toSet()));
        Map<UUID, Lot> lotsOfLines = lots.byId(page.stream().flatMap(arrival -> arrival.lines().stream())
                .map(line -> line.lotId()).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, List<Receipt>> confirmations = receipts.ofArrivals(page.stream().map(arrival -> arrival.id()).toList());
        return page.stream().map(arrival -> ArrivalView.of(arrival, itemsOfLines, lotsOfLines,
                confirmations.getOrDefault(arrival.id(), List.of()))).toList();
    }
}
