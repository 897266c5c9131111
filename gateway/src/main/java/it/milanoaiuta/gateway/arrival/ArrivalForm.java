package it.milanoaiuta.gateway.arrival;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedMap;

import it.milanoaiuta.gateway.ask.Arrivals;
import it.milanoaiuta.gateway.page.Page;
import it.milanoaiuta.platform.web.Ids;
import it.milanoaiuta.platform.web.Text;
import it.milanoaiuta.platform.web.Violation;

/**
 * What a manager types when goods arrive; it keeps every word of it, so that nothing is lost when something is wrong. Fields
 * are named <code>{what}-{line}</code>.
 */
public final class ArrivalForm {

    private static final Pattern SERVICE_FIELD = Pattern.compile("lines\\[(\\d+)](?:\\.lots\\[\\d+])?(?:\\.(\\w+))?");
    private static final List<String> RARELY = List.of("rejected", "missing", "reason", "destination");
    private static final Set<String> DATE = Set.of("date", "dateKind", "lots", "confirmed");

    /** One field as shown: what was typed, and what is wrong with it or null. */
    public record Field(String key, String value, String error) {}

    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<String> otherErrors = new ArrayList<>();

    private ArrivalForm() {}

    /** Everything expected is there, which is what happens most days. */
    static ArrivalForm of(Arrivals.Arrival arrival, Page page) {
        ArrivalForm form = new ArrivalForm();
        form.typed.put("id", Ids.next().toString());
        arrival.lines().forEach(line -> form.typed.put("accepted-" + line.id(), page.number(line.open())));
        return form;
    }

    static ArrivalForm of(MultivaluedMap<String, String> typed) {
        ArrivalForm form = new ArrivalForm();
        typed.forEach((key, values) -> form.typed.put(key, readable(values.get(0))));
        return form;
    }

    /** Nothing for what is no text: no keyboard makes it. */
    private static String readable(String typed) {
        try {
            return Objects.requireNonNullElse(Text.line(typed), "");
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    public String id() {
        return typed.get("id");
    }

    public Field field(String what, UUID line) {
        String key = what + "-" + line;
        return new Field(key, typed.getOrDefault(key, ""), errors.get(key));
    }

    /** What is wrong with a line, field by field. */
    public List<Field> wrong(UUID line) {
        return errors.keySet().stream().filter(key -> key.endsWith("-" + line))
                .map(key -> field(key.substring(0, key.indexOf('-')), line)).toList();
    }

    /** What is wrong, but with no field of this page. */
    public List<String> otherErrors() {
        return otherErrors;
    }

    /** Whether the part about what is missing or sent back is open. */
    public boolean notAllTaken(UUID line) {
        return RARELY.stream().map(what -> what + "-" + line)
                .anyMatch(key -> errors.containsKey(key) || !typed.getOrDefault(key, "").isEmpty());
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** The confirmation that was typed; {@link #isWrong} afterwards when it is none: a number is no number, a sum no sum. */
    Arrivals.Receipt receipt(Arrivals.Arrival arrival, Instant now, Page page) {
        List<Arrivals.Receipt.Line> lines = arrival.lines().stream().map(line -> line(line, arrival.restComesElsewhere(), page))
                .toList();
        return new Arrivals.Receipt(receiptId(), now, seenVersion(arrival), true, lines);
    }

    private Arrivals.Receipt.Line line(Arrivals.ArrivalLine line, boolean restComesElsewhere, Page page) {
        BigDecimal accepted = count("accepted", line, page);
        BigDecimal rejected = count("rejected", line, page);
        BigDecimal missing = count("missing", line, page);
        BigDecimal temperature = temperature(line, page);
        if (wrong(line.id()).isEmpty()) {
            mustAddUp(line, restComesElsewhere, accepted, rejected, missing, page);
        }
        // more than expected is there: what is over is said to be so
        BigDecimal surplus = accepted.add(rejected).subtract(line.open()).max(BigDecimal.ZERO).min(accepted);
        return new Arrivals.Receipt.Line(line.id(), accepted.subtract(surplus), rejected, missing, surplus,
                code("reason-" + line.id()), code("destination-" + line.id()), lots(line, accepted), temperature);
    }

    /**
     * What nobody has accounted for is proposed as missing and asked about once: a slip of a finger (4 for 40) must not write
     * off goods, and whoever really misses them only confirms again. Nothing is missing where the rest comes to another hub.
     */
    private void mustAddUp(Arrivals.ArrivalLine line, boolean restComesElsewhere, BigDecimal accepted, BigDecimal rejected,
            BigDecimal missing, Page page) {
        BigDecimal left = line.open().subtract(accepted).subtract(rejected).subtract(missing);
        String key = "missing-" + line.id();
        if (left.signum() > 0 && !restComesElsewhere) {
            typed.put(key, page.number(missing.add(left)));
            errors.put(key, page.words(ArrivalWords.class).unaccounted(page.amount(left, line.unit())));
        } else if (left.signum() < 0 && missing.signum() > 0) {
            errors.put(key, page.words(ArrivalWords.class).tooMany(page.amount(line.open(), line.unit())));
        } else if (rejected.compareTo(line.open()) > 0) {
            errors.put("rejected-" + line.id(), page.words(ArrivalWords.class).tooMany(page.amount(line.open(), line.unit())));
        }
    }

    /** Puts a service's violations beside the fields they are about. */
    void mark(List<Violation> violations, Arrivals.Arrival arrival) {
        for (Violation violation : violations) {
            Matcher field = SERVICE_FIELD.matcher(violation.field());
            int index = field.matches() ? Integer.parseInt(field.group(1)) : Integer.MAX_VALUE;
            if (index < arrival.lines().size()) {
                Arrivals.ArrivalLine line = arrival.lines().get(index);
                errors.put(shownAs(field.group(2), line) + "-" + line.id(), violation.message());
            } else {
                otherErrors.add(violation.message());
            }
        }
    }

    private static String shownAs(String field, Arrivals.ArrivalLine line) {
        if (field != null && DATE.contains(field) && line.needsDate()) {
            return field.equals("confirmed") ? field : "date";
        }
        return field != null && (RARELY.contains(field) || field.equals("temperature") && line.needsTemperature())
                ? field
                : "accepted";
    }

    private UUID receiptId() {
        try {
            return UUID.fromString(id());
        } catch (RuntimeException tampered) {
            return Ids.next();
        }
    }

    private long seenVersion(Arrivals.Arrival arrival) {
        try {
            return Long.parseLong(typed.getOrDefault("version", ""));
        } catch (NumberFormatException tampered) {
            return arrival.version();
        }
    }

    private List<Arrivals.Receipt.Lot> lots(Arrivals.ArrivalLine line, BigDecimal quantity) {
        if (!line.needsDate() || quantity.signum() <= 0) {
            return null;
        }
        return List.of(new Arrivals.Receipt.Lot(null, line.dateKind(), code("date-" + line.id()), quantity,
                typed.containsKey("confirmed-" + line.id()) ? true : null));
    }

    private BigDecimal count(String what, Arrivals.ArrivalLine line, Page page) {
        return number(what + "-" + line.id(), "\\d{1,9}(\\.\\d{1,3})?", BigDecimal.ZERO, page);
    }

    private BigDecimal temperature(Arrivals.ArrivalLine line, Page page) {
        return number("temperature-" + line.id(), "-?\\d{1,2}(\\.\\d)?", null, page);
    }

    private BigDecimal number(String key, String form, BigDecimal whenEmpty, Page page) {
        String text = inAscii(typed.getOrDefault(key, ""));
        if (text.isEmpty()) {
            return whenEmpty;
        }
        if (!text.matches(form)) {
            errors.put(key, page.words(ArrivalWords.class).writeNumber());
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    /** Keyboards of half the world have other digits, a decimal comma or a typographer's minus. */
    static String inAscii(String number) {
        StringBuilder ascii = new StringBuilder();
        number.codePoints().forEach(c -> {
            switch (c) {
                case ',', '٫' -> ascii.append('.');
                case '−', '–' -> ascii.append('-');
                default -> {
                    if (Character.isDigit(c)) {
                        ascii.append(Character.digit(c, 10));
                    } else {
                        ascii.appendCodePoint(c);
                    }
                }
            }
        });
        return ascii.toString();
    }

    private String code(String key) {
        String value = typed.getOrDefault(key, "");
        return value.isEmpty() ? null : value;
    }
}
