package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the ledger: goods of a lot leave an account and enter another.
 *
 * @param quantity above zero, in the item's base unit, at most three decimals
 * @param cause the receipt, transfer, parcel or delivery it belongs to
 * @param author subject of who did it; null when an event or a tick did
 * @param occurredAt when it happened; null for now. One in the past is refused when any account would have been below zero
 *        at any instant since
 */
public record Movement(UUID lotId, BigDecimal quantity, Account from, Account to, Reason reason, UUID cause, UUID author,
        Instant occurredAt) {

    /** Why goods moved. */
    public enum Reason {
        RECEIPT, SURPLUS, REJECTION, TEMPERATURE, MISSING, DISPATCH, PACKING, UNPACKING, LOADING, HANDOVER, RETURN, SORTING_OUT, RELEASE, UNDOING, CORRECTION
    }

    public Movement {
        if (quantity.signum() <= 0 || quantity.stripTrailingZeros().scale() > 3) {
            throw new IllegalArgumentException("a movement of " + quantity);
        }
    }

    /** Whether it is no whole number of its unit. */
    boolean isOfAPart() {
        return quantity.stripTrailingZeros().scale() > 0;
    }

    /** This movement with its instant: as given, else now. */
    Movement at(Instant now) {
        return occurredAt != null ? this : new Movement(lotId, quantity, from, to, reason, cause, author, now);
    }

    /** The same goods back where they came from, now. */
    public Movement reversed(UUID undoneBy) {
        return new Movement(lotId, quantity, to, from, Reason.UNDOING, cause, undoneBy, null);
    }
}
