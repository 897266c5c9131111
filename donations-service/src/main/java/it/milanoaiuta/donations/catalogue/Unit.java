package it.milanoaiuta.donations.catalogue;

import java.math.BigDecimal;

/** What quantities are counted in: goods by weight, by piece or by volume, services by time. */
public enum Unit {

    KG(3), PIECE(0), L(3), HOUR(3), DAY(0);

    private final int decimals;

    Unit(int decimals) {
        this.decimals = decimals;
    }

    /** A kilogram goes to the gram; there is no half piece. */
    public boolean divides(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= decimals;
    }
}
