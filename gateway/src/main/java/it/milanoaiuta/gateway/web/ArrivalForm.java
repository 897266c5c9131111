package it.milanoaiuta.gateway.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedMap;

import it.milanoaiuta.defaults.Ids;
import it.milanoaiuta.defaults.Violation;
import it.milanoaiuta.gateway.api.FoodHub;
import it.milanoaiuta.gateway.api.Known;

/**
 * What a manager types when goods arrive; it keeps every word of it, so that nothing is lost when something is wrong. Fields
 * are named <code>{what}-{line}</code>.
 */
public final class ArrivalForm {

    private static final Pattern SERVICE_FIELD = Pattern.compile("lines\\[(\\d+)](?:\\.lots\\[\\d+])?\\.(\\w+)");

    /** One field as shown: what was typed, and what is wrong with it or null. */
    public record Field(String key, String value, String error) {}

    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();

    private ArrivalForm() {}

    /** An empty form: everything expected is there, which is what happens most days. */
    static ArrivalForm of(Known.Arrival arrival) {
        ArrivalForm form = new ArrivalForm();
        form.typed.put("id", Ids.next().toString());
        arrival.lines().forEach(line -> {
            form.typed.put("accepted-" + line.id(), line.open().stripTrailingZeros().toPlainString());
            form.typed.put("rejected-" + line.id(), "0");
            form.typed.put("missing-" + line.id(), "0");
        });
        return form;
    }

    static ArrivalForm of(MultivaluedMap<String, String> typed) {
        ArrivalForm form = new ArrivalForm();
        typed.forEach((key, values) -> form.typed.put(key, values.get(0).strip()));
        return form;
    }

    public String id() {
        return typed.get("id");
    }

    public Field field(String what, UUID line) {
        String key = what + "-" + line;
        return new Field(key, typed.getOrDefault(key, ""), errors.get(key));
    }

    /** Whether the part about sending back is open. */
    public boolean sendsBack(UUID line) {
        return errors.containsKey("reason-" + line) || errors.containsKey("destination-" + line)
                || !typed.getOrDefault("reason-" + line, "").isEmpty();
    }

    public List<String> reasons() {
        return List.of("DAMAGED", "PAST_DATE", "TEMPERATURE", "POOR_QUALITY", "LABEL_UNREADABLE", "NOT_NEEDED", "OTHER");
    }

    public List<String> destinations() {
        return List.of("BACK_WITH_DRIVER", "WASTE", "ANIMAL_FEED", "COMPOST");
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    /**
     * The confirmation that was typed; {@link #isWrong} afterwards when a number is none.
     *
     * @param notANumber what to say beside such a field
     */
    FoodHub.Receipt receipt(Known.Arrival arrival, Instant now, String notANumber) {
        List<FoodHub.Receipt.Line> lines = new ArrayList<>();
        for (Known.ArrivalLine line : arrival.lines()) {
            BigDecimal accepted = number("accepted-" + line.id(), BigDecimal.ZERO, notANumber);
            BigDecimal rejected = number("rejected-" + line.id(), BigDecimal.ZERO, notANumber);
            // more than expected is there: what is over is said to be so
            BigDecimal surplus = accepted.add(rejected).subtract(line.open()).max(BigDecimal.ZERO).min(accepted);
            lines.add(new FoodHub.Receipt.Line(line.id(), accepted.subtract(surplus), rejected,
                    number("missing-" + line.id(), BigDecimal.ZERO, notANumber), surplus, code("reason-" + line.id()),
                    code("destination-" + line.id()), lots(line, accepted),
                    number("temperature-" + line.id(), null, notANumber)));
        }
        return new FoodHub.Receipt(receiptId(), now, Long.valueOf(typed.getOrDefault("version", "0")), true, lines);
    }

    /** Puts a service's violations beside the fields they are about. */
    void mark(List<Violation> violations, FoodHub.Receipt receipt) {
        for (Violation violation : violations) {
            Matcher field = SERVICE_FIELD.matcher(violation.field());
            if (field.matches() && Integer.parseInt(field.group(1)) < receipt.lines().size()) {
                String what = field.group(2).equals("surplus") || field.group(2).equals("quantity")
                        ? "accepted"
                        : field.group(2);
                errors.put(what + "-" + receipt.lines().get(Integer.parseInt(field.group(1))).arrivalLineId(),
                        violation.message());
            }
        }
    }

    private UUID receiptId() {
        try {
            return UUID.fromString(id());
        } catch (RuntimeException tampered) {
            return Ids.next();
        }
    }

    private List<FoodHub.Receipt.Lot> lots(Known.ArrivalLine line, BigDecimal quantity) {
        if (!line.needsDate() || quantity.signum() <= 0) {
            return null;
        }
        return List.of(new FoodHub.Receipt.Lot(null, line.dateKind(), code("date-" + line.id()), quantity));
    }

    private BigDecimal number(String key, BigDecimal whenEmpty, String notANumber) {
        String text = typed.getOrDefault(key, "").replace(',', '.');
        if (text.isEmpty()) {
            return whenEmpty;
        }
        if (!text.matches("-?\\d{1,9}(\\.\\d{1,3})?")) {
            errors.put(key, notANumber);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    private String code(String key) {
        String value = typed.getOrDefault(key, "");
        return value.isEmpty() ? null : value;
    }
}
