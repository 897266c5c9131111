package it.milanoaiuta.donations.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What the other services are told of an item; names are not part of it. */
public record ItemFacts(UUID itemId, String code, Category category, Unit unit, StorageClass storageClass, BigDecimal kgPerUnit,
        Integer shelfDays, int marginDays, DateKind dateKind, List<Conversion> conversions, boolean food) {

    static ItemFacts of(Item item) {
        return new ItemFacts(item.id(), item.code(), item.category(), item.unit(), item.storageClass(), item.kgPerUnit(),
                item.shelfDays(), item.marginDays(), item.dateKind(), item.conversions(), item.isFood());
    }
}
