package it.milanoaiuta.foodhub.confirming;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import it.milanoaiuta.foodhub.stock.Movement;

/**
 * What settling asks of confirmations of one kind. Implemented where they are kept, with arrivals and with deliveries; settling knows
 * neither.
 */
public interface Confirmed {

    ToSettle.Kind kind();

    /**
     * Its lots, which a correction may name whether or not they ever were in the hub.
     *
     * @param aboutId the arrival or delivery
     * @return by lot, how much may still be said to have been handed over, in the item's base unit: of an arrival nothing
     */
    Map<UUID, BigDecimal> lots(UUID aboutId);

    /**
     * Books what was taken as goods that came besides.
     *
     * @return the arrival it is booked in; empty when nothing was taken
     */
    default Optional<UUID> bookFurtherArrival(UUID confirmationId, UUID manager) {
        return Optional.empty();
    }

    /**
     * Goods of these lots were handed over after all.
     *
     * @return what the ledger has to book before that; whoever calls moves it
     */
    default List<Movement> opening(UUID aboutId, Collection<UUID> lots, UUID manager) {
        return List.of();
    }

    /** A manager said what one was that had been kept. */
    void settled(UUID confirmationId);
}
