package it.milanoaiuta.foodhub.copies.item;

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

import it.milanoaiuta.platform.web.InvalidField;

/**
 * What we know of an item of the catalogue (owned by donations-service, copied by event). One met first in the line of a
 * donation is a stub with that line's data until its own event comes.
 */
@Entity
public class Item {

    /** The most that one request may say of an item, and an arrival hold of it: whatever adds up stays within its column. */
    public static final BigDecimal MOST = new BigDecimal("999999999.999");

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
     * The same quantity in the item's base unit, exactly: what is weighed when it comes has no weight by the piece before.
     *
     * @param line path of the line in the request, for example <code>lines[2]</code>
     * @throws InvalidField when the unit does not convert exactly, or the result is finer than the item is counted (whole
     *         pieces, grams) or more than {@link #MOST}
     */
    public BigDecimal inBaseUnit(BigDecimal quantity, Unit given, String line) {
        BigDecimal base = factorOf(given, false).orElseThrow(() -> new InvalidField(line + ".unit", "unit-mismatch"))
                .multiply(quantity);
        if (!isCountable(base)) {
            throw new InvalidField(line + ".quantity", "too-fine");
        }
        if (base.compareTo(MOST) > 0) {
            throw new InvalidField(line + ".quantity", "too-much");
        }
        return base.setScale(3);
    }

    /** {@link #inBaseUnit} of what a neighbour told: empty when it is no quantity of this item. */
    public Optional<BigDecimal> told(BigDecimal quantity, Unit given) {
        return factorOf(given, false).map(quantity::multiply).filter(this::isCountable).map(base -> base.setScale(3));
    }

    /**
     * About the same in the item's base unit, for recipes alone: a piece of loose produce is its nominal weight (domain,
     * Lot).
     *
     * @return empty when the unit does not convert, or the result is finer than the item is counted
     */
    public Optional<BigDecimal> nominally(BigDecimal quantity, Unit given) {
        return factorOf(given, true).map(quantity::multiply).filter(this::isCountable).map(base -> base.setScale(3));
    }

    /** Whether a quantity in the base unit is one this item can have. */
    public boolean isCountable(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= (unit == Unit.PIECE ? 0 : 3);
    }

    private Optional<BigDecimal> factorOf(Unit given, boolean nominal) {
        if (given == unit) {
            return Optional.of(BigDecimal.ONE);
        }
        return conversions.stream().filter(conversion -> conversion.unit() == given && (nominal || !conversion.nominal()))
                .map(Conversion::factor).findFirst();
    }

    /** The last day of goods without a printed date, taken in on that day; null when they do not spoil. */
    public LocalDate useWithin(LocalDate received) {
        return shelfDays == null ? null : received.plusDays(shelfDays);
    }
}
