package it.milanoaiuta.foodhub.inbound.receipt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import it.milanoaiuta.foodhub.copies.item.Item;
import it.milanoaiuta.foodhub.copies.item.Items;
import it.milanoaiuta.foodhub.stock.Lot;
import it.milanoaiuta.foodhub.stock.Lots;

/** Names lots that stand in the way of taking a receipt back. */
@ApplicationScoped
class TouchedLots {

    @Inject
    Lots lots;

    @Inject
    Items items;

    /** What the receipt told missing came after all, by another one. */
    ReceiptTouched foundSince(UUID itemId) {
        return new ReceiptTouched(List.of(), items.findById(itemId).code());
    }

    ReceiptTouched of(Collection<UUID> lotIds) {
        Map<UUID, Lot> known = lots.byId(lotIds);
        Map<UUID, Item> ofWhat = items.byId(known.values().stream().map(lot -> lot.itemId()).collect(Collectors.toSet()));
        return new ReceiptTouched(lotIds, lotIds.stream().map(known::get)
                .map(lot -> Stream.of(ofWhat.get(lot.itemId()).code(), lot.code(), lot.date()).filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")))
                .distinct().collect(Collectors.joining(", ")));
    }
}
