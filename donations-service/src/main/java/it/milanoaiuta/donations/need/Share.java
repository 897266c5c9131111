package it.milanoaiuta.donations.need;

import java.math.BigDecimal;

import it.milanoaiuta.donations.catalogue.Quantity;

/** A part of a need line's coverage, in its unit; never negative. */
public record Share(BigDecimal promised, BigDecimal inTransit, BigDecimal received) {

    public static final Share NONE = new Share(Quantity.NONE, Quantity.NONE, Quantity.NONE);

    public static Share ofPromised(BigDecimal promised) {
        return new Share(promised, Quantity.NONE, Quantity.NONE);
    }

    public static Share ofInTransit(BigDecimal inTransit) {
        return new Share(Quantity.NONE, inTransit, Quantity.NONE);
    }

    public static Share ofReceived(BigDecimal received) {
        return new Share(Quantity.NONE, Quantity.NONE, received);
    }

    public Share plus(Share other) {
        return new Share(promised.add(other.promised), inTransit.add(other.inTransit), received.add(other.received));
    }
}
