package it.milanoaiuta.donations.need;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A need line under its lock, whose coverage is being settled.
 *
 * @param requested what it asks for
 * @param covered how far it is covered
 */
public record LockedLine(UUID id, UUID needId, BigDecimal requested, Share covered) {

    public LockedLine coveredBy(Share coverage) {
        return new LockedLine(id, needId, requested, coverage);
    }
}
