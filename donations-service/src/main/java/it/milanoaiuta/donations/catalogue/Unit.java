package it.milanoaiuta.donations.catalogue;

import java.math.BigDecimal;

/** What quantities are counted in: goods by weight, by piece or by volume, services by time. */
public enum Unit {
    /** Kilograms, to the gram. */
    KG(3),
    /** Whole pieces. */
    PIECE(0),
    /** Litres, to the millilitre. */
    L(3),
    /** Hours, to the thousandth. */
    HOUR(3),
    /** Whole days. */
    DAY(0);

    private final int decimals;

    Unit(int decimals) {
        this.decimals = decimals;
    }

    /** A kilogram goes to the gram; there is no half piece. */
    public boolean divides(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= decimals;
    }
}
