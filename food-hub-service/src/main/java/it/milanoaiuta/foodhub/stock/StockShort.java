package it.milanoaiuta.foodhub.stock;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import it.milanoaiuta.platform.web.Refusal;
import it.milanoaiuta.platform.web.Violation;

/**
 * The goods are not there, or were not there at the time given, or are set aside: 409, nothing was moved. Names every short
 * line.
 */
public class StockShort extends Refusal {

    private final transient List<Line> lines;

    /**
     * @param account what it was to be taken from
     * @param code printed lot code, null when there is none
     * @param missing how much is not there, in the item's base unit
     */
    public record Line(Account.Kind account, UUID lotId, UUID itemId, String code, BigDecimal missing) {}

    public StockShort(List<Line> lines) {
        super(409, "stock-short", lines.size(), lines.stream()
                .map(line -> (line.code == null ? line.lotId : line.code) + ": " + line.missing.toPlainString())
                .collect(Collectors.joining(", ")));
        this.lines = List.copyOf(lines);
    }

    public List<Line> lines() {
        return lines;
    }

    @Override
    public List<Violation> violations() {
        return lines.stream().map(line -> new Violation("lots." + line.lotId, "-" + line.missing.toPlainString())).toList();
    }
}
