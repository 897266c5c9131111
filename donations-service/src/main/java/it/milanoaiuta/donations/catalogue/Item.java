package it.milanoaiuta.donations.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import it.milanoaiuta.platform.web.InvalidField;

/** Something that can be asked for and given. Written by {@link ListingItems} alone. */
@Entity
@Immutable
public class Item {

    @Id
    private UUID id;

    private String code;

    private Category category;

    /** By language: it, en, ar. */
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> name;

    /** Every quantity of this item is kept in it. */
    @Enumerated(EnumType.STRING)
    private Unit unit;

    private BigDecimal kgPerUnit;

    @Enumerated(EnumType.STRING)
    private StorageClass storageClass;

    @Enumerated(EnumType.STRING)
    private DateKind dateKind;

    /** For goods without a printed date; null when they do not spoil. */
    private Integer shelfDays;

    /** Days the goods must still be good for after they are handed over. */
    private int marginDays;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Conversion> conversions;

    /** Whether people eat or drink it. */
    private boolean food;

    private boolean archived;

    static Item listed(Catalogue.Entry entry) {
        Item item = new Item();
        item.id = entry.id();
        item.code = entry.code();
        item.category = entry.category();
        item.name = entry.name();
        item.unit = entry.unit();
        item.kgPerUnit = entry.kgPerUnit();
        item.storageClass = entry.storageClass();
        item.dateKind = entry.dateKind();
        item.shelfDays = entry.shelfDays();
        item.marginDays = entry.marginDays();
        item.conversions = entry.conversions();
        item.food = entry.food() == null ? entry.category().isFood() : entry.food();
        item.archived = Boolean.TRUE.equals(entry.archived());
        return item;
    }

    /**
     * The same amount in base units, exactly.
     *
     * @param field path of the line in the request, for example <code>lines[2]</code>
     * @throws InvalidField when the unit is not this item's and does not convert to it exactly, or when the amount cannot be
     *         divided so finely (half a piece)
     */
    public BigDecimal inBaseUnits(BigDecimal quantity, Unit given, String field) {
        BigDecimal base = exactFactor(given)
                .orElseThrow(() -> new InvalidField(field + ".unit", "unit-mismatch", code, exactUnits()))
                .multiply(quantity);
        if (!unit.divides(base)) {
            throw new InvalidField(field + ".quantity", "too-fine", unit);
        }
        return Quantity.of(base);
    }

    /** Kilograms, to the gram. */
    public BigDecimal kg(BigDecimal baseUnits) {
        return baseUnits.multiply(kgPerUnit).setScale(Quantity.DECIMALS, RoundingMode.HALF_EVEN);
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Category category() {
        return category;
    }

    public Map<String, String> name() {
        return name;
    }

    public Unit unit() {
        return unit;
    }

    public BigDecimal kgPerUnit() {
        return kgPerUnit;
    }

    public StorageClass storageClass() {
        return storageClass;
    }

    public DateKind dateKind() {
        return dateKind;
    }

    public Integer shelfDays() {
        return shelfDays;
    }

    public int marginDays() {
        return marginDays;
    }

    public List<Conversion> conversions() {
        return conversions;
    }

    public boolean isFood() {
        return food;
    }

    boolean isArchived() {
        return archived;
    }

    private Optional<BigDecimal> exactFactor(Unit given) {
        return given == unit
                ? Optional.of(BigDecimal.ONE)
                : exact().filter(conversion -> conversion.unit() == given).map(Conversion::factor).findFirst();
    }

    private String exactUnits() {
        return Stream.concat(Stream.of(unit), exact().map(Conversion::unit)).map(Unit::name).collect(Collectors.joining(", "));
    }

    private Stream<Conversion> exact() {
        return conversions.stream().filter(conversion -> !conversion.nominal());
    }
}
