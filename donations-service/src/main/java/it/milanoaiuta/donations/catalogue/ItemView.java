package it.milanoaiuta.donations.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item of the catalogue as everybody sees it. */
public record ItemView(
        UUID id,
        @Schema(description = "Stable code for programs") String code,
        Category category,
        @Schema(description = "People eat or drink it: infant milk is food, nappies and tablets are none") boolean food,
        @Schema(description = "By language: it, en, ar") Map<String, String> name,
        @Schema(description = "Base unit: quantities are kept and told in it") Unit unit,
        @Schema(description = "Weight of one base unit") BigDecimal kgPerUnit,
        StorageClass storageClass,
        @Schema(description = "The date usually printed on it") DateKind dateKind,
        @Schema(description = "Days it keeps when no date is printed; null: it does not spoil") Integer shelfDays,
        @Schema(description = "Days it must still be good for after it is handed over") int marginDays,
        List<Conversion> conversions) {

    static ItemView of(Item item) {
        return new ItemView(item.id(), item.code(), item.category(), item.isFood(), item.name(), item.unit(), item.kgPerUnit(),
                item.storageClass(),
                item.dateKind(), item.shelfDays(), item.marginDays(), item.conversions());
    }
}
