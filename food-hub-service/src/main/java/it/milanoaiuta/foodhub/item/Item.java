package it.milanoaiuta.foodhub.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

/**
 * What we know of an item of the catalogue (owned by donations-service, copied by event). One met first in the line of a
 * donation is a stub with that line's data until its own event comes.
 */
@Entity
public class Item {

    @Id
    public UUID id;
    /** Catalogue code, for example <code>PASTA</code>; the id while the item is a stub. */
    public String code;
    public String category;
    /** Whether people eat or drink it; the other goods are kilograms but no meals. */
    public boolean food;
    /** Base unit of every quantity of this item. */
    @Enumerated(EnumType.STRING)
    public Unit unit;
    @Enumerated(EnumType.STRING)
    public StorageClass storageClass;
    public BigDecimal kgPerUnit;
    /** Days from receipt in which goods without a printed date are good; null when they do not spoil. */
    public Integer shelfDays;
    /** Days a recipient must still have. */
    public int marginDays;
    /** What is usually printed on it. */
    @Enumerated(EnumType.STRING)
    public DateKind dateKind;
    public boolean archived;
    /** False for a stub. */
    public boolean listed;
    @ElementCollection
    @CollectionTable(name = "item_conversion", joinColumns = @JoinColumn(name = "item_id"))
    public Set<Conversion> conversions = new HashSet<>();

    /** Only households with somebody of the band 0–2 get it (domain, Parcel). */
    public boolean isForInfants() {
        return "INFANT".equals(category);
    }

    /**
     * The same quantity in the item's base unit, exactly.
     *
     * @return empty when the unit does not convert or the result is finer than the item is counted: whole pieces, grams
     */
    public Optional<BigDecimal> inBaseUnit(BigDecimal quantity, Unit given) {
        return factorOf(given).map(quantity::multiply).filter(this::isCountable).map(grams -> grams.setScale(3));
    }

    /** Whether a quantity in the base unit is one this item can have. */
    public boolean isCountable(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= (unit == Unit.PIECE ? 0 : 3);
    }

    private Optional<BigDecimal> factorOf(Unit given) {
        if (given == unit) {
            return Optional.of(BigDecimal.ONE);
        }
        return conversions.stream().filter(conversion -> conversion.unit() == given).map(Conversion::factor)
                .findFirst();
    }

    /** The last day of goods without a printed date, taken in on that day; null when they do not spoil. */
    public LocalDate useWithin(LocalDate received) {
        return shelfDays == null ? null : received.plusDays(shelfDays);
    }
}
