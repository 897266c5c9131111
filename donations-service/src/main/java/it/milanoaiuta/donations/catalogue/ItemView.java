package it.milanoaiuta.donations.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An item of the catalogue as everybody sees it.
 *
 * @param code stable, for programs and the order of lists
 * @param category what sort of thing it is
 * @param food whether people eat or drink it: infant milk is food, nappies and tablets are none
 * @param name by language: it, en, ar
 * @param unit the base unit: every quantity of the item is kept and told in it
 * @param kgPerUnit kilograms of one base unit, with 3 decimals
 * @param storageClass where it is kept
 * @param dateKind the date usually printed on it
 * @param shelfDays days it keeps when no date is printed; null: it does not spoil
 * @param marginDays days it must still be good for after it is handed over
 * @param conversions other units it may be counted in; may be empty
 */
public record ItemView(
        UUID id,
        String code,
        Category category,
        boolean food,
        Map<String, String> name,
        Unit unit,
        BigDecimal kgPerUnit,
        StorageClass storageClass,
        DateKind dateKind,
        Integer shelfDays,
        int marginDays,
        List<Conversion> conversions) {

    static ItemView of(Item item) {
        return new ItemView(item.id(), item.code(), item.category(), item.isFood(), item.name(), item.unit(), item.kgPerUnit(),
                item.storageClass(),
                item.dateKind(), item.shelfDays(), item.marginDays(), item.conversions());
    }
}
