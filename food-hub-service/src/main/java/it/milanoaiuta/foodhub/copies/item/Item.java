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
    private UUID id;
    /** Catalogue code, for example <code>PASTA</code>; the id while the item is a stub. */
    private String code;
    private String category;
    /** Whether people eat or drink it; the other goods are kilograms but no meals. */
    private boolean food;
    /** Base unit of every quantity of this item. */
    @Enumerated(EnumType.STRING)
    private Unit unit;
    @Enumerated(EnumType.STRING)
    private StorageClass storageClass;
    private BigDecimal kgPerUnit;
    /** Days from receipt in which goods without a printed date are good; null when they do not spoil. */
    private Integer shelfDays;
    /** Days a recipient must still have. */
    private int marginDays;
    /** What is usually printed on it. */
    @Enumerated(EnumType.STRING)
    private DateKind dateKind;
    private boolean archived;
    /** False for a stub. */
    private boolean listed;
    @ElementCollection
    @CollectionTable(name = "item_conversion", joinColumns = @JoinColumn(name = "item_id"))
    private Set<Conversion> conversions = new HashSet<>();

    /** The catalogue's own word: from now on it is no stub. */
    void list(CatalogueHeard.Listed as) {
        code = as.code();
        category = as.category();
        food = as.isFood();
        unit = as.unit();
        storageClass = as.storageClass();
        kgPerUnit = as.kgPerUnit();
        shelfDays = as.shelfDays();
        marginDays = as.marginDays();
        dateKind = as.dateKind();
        archived = false;
        listed = true;
        conversions.clear();
        as.conversions().forEach(told -> conversions.add(new Conversion(told.unit(), told.factor(), told.nominal())));
    }

    /** Nothing new is asked or promised of it. */
    void archive() {
        archived = true;
    }

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

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Unit unit() {
        return unit;
    }

    public StorageClass storageClass() {
        return storageClass;
    }

    public DateKind dateKind() {
        return dateKind;
    }

    public Set<Conversion> conversions() {
        return conversions;
    }
}
