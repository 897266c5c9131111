package it.milanoaiuta.foodhub.item;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One <code>unit</code> is <code>factor</code> of the item's base unit; nominal when the true weight differs by piece. */
@Embeddable
public class Conversion {

    @Enumerated(EnumType.STRING)
    public Unit unit;
    public BigDecimal factor;
    public boolean nominal;

    protected Conversion() {}

    public Conversion(Unit unit, BigDecimal factor, boolean nominal) {
        this.unit = unit;
        this.factor = factor;
        this.nominal = nominal;
    }
}
