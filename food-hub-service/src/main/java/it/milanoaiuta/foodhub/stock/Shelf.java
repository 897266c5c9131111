package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The free, good lots of some items of one hub, locked for this transaction: take from it as often as needed, then book what
 * was taken with {@link Ledger#move} or set it aside with {@link Reservations}. First to expire goes first, of equal dates
 * the oldest lot.
 */
public class Shelf {

    private static final Comparator<Free> FIRST_EXPIRED_FIRST = Comparator
            .comparing(Free::lastDay, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Free::receivedAt)
            .thenComparing(free -> free.lotId.toString());

    private final Map<UUID, List<Free>> lotsByItem = new HashMap<>();
    private final Map<UUID, Free> lots = new HashMap<>();

    Shelf(Collection<Free> free) {
        free.stream().sorted(FIRST_EXPIRED_FIRST).forEach(lot -> {
            lotsByItem.computeIfAbsent(lot.itemId, item -> new ArrayList<>()).add(lot);
            lots.put(lot.lotId, lot);
        });
    }

    /** What is still free of an item. */
    public BigDecimal free(UUID itemId) {
        return lotsByItem.getOrDefault(itemId, List.of()).stream().map(lot -> lot.quantity).reduce(BigDecimal.ZERO,
                BigDecimal::add);
    }

    /** Takes what there is, at most what is wanted, and says what is missing. */
    public Picked take(List<Wanted> wanted) {
        List<Picked.Line> lines = new ArrayList<>();
        List<Wanted> missing = new ArrayList<>();
        for (Wanted wish : wanted) {
            BigDecimal open = wish.quantity();
            for (Free lot : lotsByItem.getOrDefault(wish.itemId(), List.of())) {
                BigDecimal part = open.min(lot.quantity);
                if (part.signum() > 0) {
                    lot.quantity = lot.quantity.subtract(part);
                    open = open.subtract(part);
                    lines.add(new Picked.Line(lot.lotId, lot.itemId, part, lot.lastDay));
                }
            }
            if (open.signum() > 0) {
                missing.add(new Wanted(wish.itemId(), open));
            }
        }
        return new Picked(lines, missing);
    }

    /** Puts back what {@link #take} gave and was not used. */
    public void putBack(Picked picked) {
        picked.lines().forEach(line -> {
            Free lot = lots.get(line.lotId());
            lot.quantity = lot.quantity.add(line.quantity());
        });
    }

    static class Free {
        final UUID lotId;
        final UUID itemId;
        final LocalDate lastDay;
        final Instant receivedAt;
        BigDecimal quantity;

        Free(UUID lotId, UUID itemId, LocalDate lastDay, Instant receivedAt, BigDecimal quantity) {
            this.lotId = lotId;
            this.itemId = itemId;
            this.lastDay = lastDay;
            this.receivedAt = receivedAt;
            this.quantity = quantity;
        }

        LocalDate lastDay() {
            return lastDay;
        }

        Instant receivedAt() {
            return receivedAt;
        }
    }
}
