package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was found for a wish; a shortfall is an answer, not an error.
 *
 * @param lines the lots to take, first to expire first
 * @param missing what there was not enough of
 */
public record Picked(List<Line> lines, List<Wanted> missing) {

    /** @param lastDay the last day of the printed (or use-within) period; null when the goods do not spoil */
    public record Line(UUID lotId, UUID itemId, BigDecimal quantity, LocalDate lastDay) {}

    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** With what was found instead of some of the missing. */
    public Picked with(Picked instead, List<Wanted> stillMissing) {
        return new Picked(Stream.concat(lines.stream(), instead.lines.stream()).toList(),
                Stream.concat(stillMissing.stream(), instead.missing.stream()).toList());
    }

    /** The lots to take, each once: two wishes for one item may be met from one lot. */
    public Collection<Line> byLot() {
        Map<UUID, Line> merged = new LinkedHashMap<>();
        lines.forEach(line -> merged.merge(line.lotId, line, (one, other) -> new Line(one.lotId, one.itemId,
                one.quantity.add(other.quantity), one.lastDay)));
        return merged.values();
    }
}
