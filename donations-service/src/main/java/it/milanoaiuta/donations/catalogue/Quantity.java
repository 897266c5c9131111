package it.milanoaiuta.donations.catalogue;

import java.math.BigDecimal;

/**
 * How quantities, weights and factors are written: with three decimals, as they are kept (to the gram; of pieces .000), so that
 * one amount reads the same in the answer to a POST, in a later GET and in an event.
 */
public final class Quantity {

    public static final int DECIMALS = 3;

    public static final BigDecimal NONE = BigDecimal.ZERO.setScale(DECIMALS);

    private Quantity() {}

    /** @throws ArithmeticException when it is finer than that */
    public static BigDecimal of(BigDecimal amount) {
        return amount.setScale(DECIMALS);
    }
}
