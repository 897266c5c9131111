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
    public UUID id;

    public String code;

    @Enumerated(EnumType.STRING)
    public Category category;

    /** By language: it, en, ar. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> name;

    /** Every quantity of this item is kept in it. */
    @Enumerated(EnumType.STRING)
    public Unit unit;

    public BigDecimal kgPerUnit;

    @Enumerated(EnumType.STRING)
    public StorageClass storageClass;

    @Enumerated(EnumType.STRING)
    public DateKind dateKind;

    /** For goods without a printed date; null when they do not spoil. */
    public Integer shelfDays;

    /** Days the goods must still be good for after they are handed over. */
    public int marginDays;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Conversion> conversions;

    /** Whether people eat or drink it. */
    public boolean food;

    public boolean archived;

    /**
     * The same amount in base units, exactly.
     *
     * @param field path of the line in the request, for example <code>lines[2]</code>
     * @throws InvalidField when the unit is not this item's and does not convert to it exactly, or when the amount cannot be
     *         divided so finely (half a piece)
     */
    public BigDecimal inBaseUnits(BigDecimal quantity, Unit given, String field) {
        BigDecimal base = exactFactor(given)
                .orElseThrow(() -> new InvalidField(field + ".unit", "unit-does-not-convert", code, exactUnits()))
                .multiply(quantity);
        if (!unit.divides(base)) {
            throw new InvalidField(field + ".quantity", "not-so-fine", unit);
        }
        return Quantity.of(base);
    }

    /** Kilograms, to the gram. */
    public BigDecimal kg(BigDecimal baseUnits) {
        return baseUnits.multiply(kgPerUnit).setScale(Quantity.DECIMALS, RoundingMode.HALF_EVEN);
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
